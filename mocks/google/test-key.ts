/**
 * The private key of the service accounts of cases. It is a test key of no value: it was made for this file, nobody gave it any access, and
 * Google does not know it. One for all, because a key takes long to make.
 *
 * It is a PKCS #8 key (RFC 5208) with an attribute at its end, whose text fills the last line. A signature does not depend on it, so each
 * case puts a text of its own there, and a key that is found somewhere leads back to its case.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';

const LINES = [
  'MIIFDAIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDyvNmf36ZUwL8X',
  'gW9aho+gugUnIpNWWG9pfT6MT5HRr/sBS5I1EaP3/5LyGwEFfYlrI5JZ6Ycs1RqY',
  'zZkDim5BFXxuy1fTLaR1S7Cy2LWYQJ9R5H+IzC+8BXHaTiUwieLL95UMns4dK6sU',
  'ph8rR14kphpKWwmdmo53GPb36++CsswEYoJJHTBoFiFWLOtEV5IkDcozbjRT04wW',
  'YM7AP0I/M/LK7uIqAlzf+jsoXQ65sdfM+p0DbXoWMhR7xD+EQ599/N++wbat8DKA',
  'xuxGiODsemCB6RTC+2teZnzrUsPLQVyUPdTQJo2mKF9kBuhq54Hz9n1Qb2/J2J/Y',
  'iixQm+DJAgMBAAECggEADdhLqVy+RfNAcvzE9yrZolc52AOW18PvhtrH6ITZUlZx',
  'QJ+o1TIOYiTHott7cW65mczLmilBtoLpI3IGmjcZFsk88azTc44U5UPN7kWCBg8Z',
  'hzg7Nfg/eL/uwH7YjC4xK2URsUiVhQBqn6DiAjvt2LVIppkOsViRa6WW4Ikqfg/M',
  'N0V9YmLIcXDvGdhsHz7w4ENOap4holZkjWEQFgeE4lCdOGwUc8TqGO1vfQ5q9rK7',
  'yUH31x3kXSD57/IteVMuK/LrxgcAydgcUoDxlNWfEP3NR1DHSf6mYi9LOyA+kOOU',
  'LdrPTSQURuTUEEQ883qcnk8CeuZEpl7/7CvSIdQDIQKBgQD6v03w+2ewTVy1ipbK',
  'nwmHVvLr2nNb0wCbSOHh4SQp1I96Fhm5aAT/YZ0zbA5sh+0wXgVQ3wsCJKKgi4Ve',
  'qXOowdQwdG5uaQdGV+P1KNVK7sex//FQhA11r/vsBS2dnENnztzep507LgxH1pzY',
  'vjebaFr9oImzEoTK+M/2rqt7tQKBgQD30peaw1st5/NSrRMMQnm6UP8ESz7EMwWy',
  'OOhuGRJnUtgBMjWqEcAl5NmlWzNf9e6r0S8GNlikY7PziGnKSdn/SXBXBAF0UObb',
  'RScr3YQzVFdwqC3UN/K6UL/wefkzzZhjEm0Spt3fnswI9VrpNHS43ulhsk/IudEj',
  '9p6FPLUFRQKBgGZO8ApHScNRjWY1Kdl6knS6MVuyQidRLIovbpqvNgYrSG9T3SMd',
  'IgzhUzbL/AakX07AzgJ1PxScxg4jX0OEeEB+9YjfuL8r81/sNIKvKnfsfWZPO7LS',
  'bnt6VpuycS5Bt+7/JHdkhG7FFxWop054LlAmgBnECusZvzzh0FiiZC2RAoGBAJk7',
  '+wfz4Y4qDPdDEzMSa4g8CuNRz3argcsoiveAwzNmMy/SJwKIxUHpFna7RLICNFjD',
  'GIuD0R2clKlx4M/3CDdk5nS3glq0p3pPcSAbcWH3tbVwGB5PleOEiJoeIWvZpW8k',
  '9pKA4VIjM1AaveLSz5V8J9yDz/dyhhHxrST/W4LtAoGAJRm2DiT7tbeIGGSBNFJZ',
  'GGuEFXTO+2hma6Qr1aWM4A/UXpKO7roa/gVpeGj6btEGNUivNW7vbz963uMJtQ65',
  's52VqGJ/f5IKxteKOmv9WoJByPMRWMM313/Pxg563l6M47k9EMN0p++Wf45BanmA',
  '9KwHBXhAumkp06TdqwIhoJGgTTBLBgNVBA0xRARCAAAAAAAAAAAAAAAAAAAAAAAA',
];

/** @param lastLine sixty-four characters of base64 */
export function privateKeyOf(lastLine: string): string {
  return ['-----BEGIN PRIVATE KEY-----', ...LINES, lastLine, '-----END PRIVATE KEY-----', ''].join('\n');
}

let known: KeyObject | undefined;

/** The public key of all of them. */
export function publicKey(): KeyObject {
  known ??= createPublicKey(privateKeyOf('A'.repeat(64)));
  return known;
}
