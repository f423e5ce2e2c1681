import { expect, it } from 'vitest';
import { environmentKey, request } from '../test-support/conforming.ts';
import { wireLines } from './wire-lines.ts';

it('shows a host that got a credential without being asked for a model, and no other request beside one', () => {
  const asked = request(environmentKey);
  const listing = { ...asked, purpose: 'provider' as const };
  const moved = { ...listing, host: 'moved.example-cdn.com', status: 404 };
  const quiet = { ...moved, host: 'catalog.example.com', credentials: [] };
  expect(wireLines({ requests: [asked, listing] })).toHaveLength(1);
  expect(wireLines({ requests: [asked, moved, quiet] })[1]).toContain('→ moved.example-cdn.com 404');
  expect(wireLines({ requests: [asked, moved, quiet] })).toHaveLength(2);
});
