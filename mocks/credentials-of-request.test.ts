import { describe, expect, it } from 'vitest';
import { credentialsOfRequest } from './credentials-of-request.ts';

const url = new URL('https://api.openai.com/v1/audio/speech');

describe('the credentials of a request', () => {
  it('are read from headers and from the query', () => {
    const asked = new URL('https://generativelanguage.googleapis.com/v1beta/models?key=secret');
    expect(credentialsOfRequest({ authorization: 'Bearer one', 'x-api-key': 'two' }, asked)).toEqual([
      { scheme: 'bearer', text: 'one' },
      { scheme: 'x-api-key', text: 'two' },
      { scheme: 'query:key', text: 'secret' },
    ]);
  });

  it('are an access key id where the request is signed', () => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request';
    expect(credentialsOfRequest({ authorization }, url)).toEqual([{ scheme: 'sigv4', text: 'AKIDEXAMPLE' }]);
  });

  it('are a bearer of nothing where a blank key was put into the header', () => {
    expect(credentialsOfRequest({ authorization: 'Bearer' }, url)).toEqual([{ scheme: 'bearer', text: '' }]);
  });
});
