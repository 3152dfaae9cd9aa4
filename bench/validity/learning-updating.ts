import { fitUpdating } from 'overdeliver/expectation';
import { names, panel, truth } from '../../test/expectation/fit-updating/world';
import { type Row, row } from '../report';

const room = 'learning';
const sets = 200;
const customers = 100;

/** Made-up panels of which all numbers are known: what intervals cover, and how far estimates are off on average. */
export function updatingRecovery(): readonly Row[] {
  const fits = Array.from({ length: sets }, (_, i) =>
    fitUpdating(panel(30_000 + i, customers), names),
  );
  const numbers = fits.map((fit) => [
    ...fit.numbers.map((one) => ({ ...one, true: truth[one.name] })),
    ...(['predicted', 'desired'] as const).flatMap((register) =>
      fit.strays[register].map((one) => ({
        ...one,
        name: `${register} ${one.name}`,
        true: truth[register][one.name],
      })),
    ),
  ]);
  const name = `how expectations move, ${sets} made-up panels of ${customers} customers`;
  return (numbers[0] ?? []).flatMap(({ name: number, true: real }, place) => {
    const all = numbers.map((one) => one[place] as NonNullable<(typeof one)[number]>);
    const sure = all.filter(({ interval }) => interval !== null);
    const held = sure.filter(
      ({ interval }) => interval && interval.low <= real && real <= interval.high,
    );
    const error = mean(sure.map(({ standardError }) => standardError as number));
    return [
      row(room, name, `${number}: coverage of a 95% interval`, held.length / sure.length),
      row(
        room,
        name,
        `${number}: mean error, in standard errors`,
        mean(all.map(({ value }) => value - real)) / error,
      ),
      row(room, name, `${number}: share without a standard error`, 1 - sure.length / sets),
    ];
  });
}

const mean = (x: readonly number[]) => x.reduce((sum, one) => sum + one, 0) / x.length;
