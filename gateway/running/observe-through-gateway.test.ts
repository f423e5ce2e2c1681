import { expect, it } from 'vitest';
import { afterHeartbeat } from '../../paths/after-heartbeat.ts';
import { wasTested } from '../../search/evaluate/was-tested.ts';
import { observation } from '../../test-support/conforming.ts';
import { notFollowed } from './observe-through-gateway.ts';

it('a turn after a heartbeat that did not come is not tested, and says why', () => {
  const ended = { kind: 'failure', class: 'other', message: 'unknown method: wake' } as const;
  const outcome = notFollowed(afterHeartbeat, ended);
  expect(outcome).toMatchObject({
    message: 'the heartbeat before after-heartbeat did not come: unknown method: wake',
  });
  expect(wasTested(observation('after-heartbeat', { outcome }))).toBe(false);
});
