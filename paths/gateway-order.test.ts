import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatewayByGateway, gatewayOf } from './gateway-order.ts';
import { laneOfPath, PATHS, pathOf } from './paths.ts';

const names = PATHS.map(({ name }) => name);
const some = fc.subarray(names);
const lanes = fc.constantFrom('embedded', 'cli', 'gateway' as const);

describe('paths gateway by gateway', () => {
  it('are the same paths, and each gateway is started once', () => {
    fc.assert(
      fc.property(some, lanes, (paths, lane) => {
        const ordered = gatewayByGateway(paths, lane);
        expect([...ordered].sort()).toEqual([...paths].sort());
        const gateways = ordered
          .filter((path) => laneOfPath(path, lane) === 'gateway')
          .map((path) => gatewayOf(pathOf(path)));
        const starts = gateways.filter((each, place) => each !== gateways[place - 1]);
        expect(starts).toHaveLength(new Set(gateways).size);
      }),
    );
  });

  it('begin with chat where it comes first, and leave paths without a gateway as they are', () => {
    expect(gatewayByGateway(names, 'gateway')[0]).toBe('chat');
    const commands = names.filter((path) => laneOfPath(path, 'embedded') === 'embedded');
    expect(gatewayByGateway(commands, 'embedded')).toEqual(commands);
  });
});
