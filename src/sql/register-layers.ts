import type { ExpectationNumbers } from '../expectation/parameters';
import type { Dialect } from './dialects';
import { type Layer, v } from './nested';
import type { SignalRead } from './signal-reads';

/** The desired and the adequate level, from the predicted one and what moves them, as `formRows` has them. */
export function registerLayers(
  reads: readonly SignalRead[],
  numbers: ExpectationNumbers,
  last: number,
  { number, least, greatest }: Dialect,
): readonly Layer[] {
  const { aspiration, competitorExtra, tolerance, neutralRole, roleInfluence } = numbers;
  const zero = number(0);
  const trusted = (expression: string, { reliability }: SignalRead) =>
    reliability === null ? expression : `(${expression}) * ${reliability}`;
  const find = (factor: string) => reads.find((one) => one.factor === factor);
  const competitor = find('competitorOffer');
  const needs = find('personalNeeds');
  const role = find('rolePerception');
  const wish = v('wish');
  const gaps = [
    competitor &&
      trusted(
        `${v('competitorOffer')} + ${number(competitorExtra)} * (${number(100)} - ${v('competitorOffer')}) - ${wish}`,
        competitor,
      ),
    needs && trusted(`${v('personalNeeds')} - ${wish}`, needs),
  ].filter((gap) => gap !== undefined);
  const rise = gaps.reduce((most, gap) => greatest(most, `coalesce(${gap}, ${zero})`), zero);
  const part = v('rolePerception');
  const up = `${greatest(zero, `${part} - ${number(neutralRole)}`)} * ${number(roleInfluence / (100 - neutralRole))}`;
  const down = `${greatest(zero, `${number(neutralRole)} - ${part}`)} * ${number(roleInfluence / neutralRole)}`;
  const shift = `${up} * (${v('desired')} - ${v('base')}) - ${down} * ${v('base')}`;
  const moved = role && `${v('base')} + (${trusted(shift, role)})`;
  const within = least(moved ?? v('base'), v('desired'));
  return [
    {
      mean: v(`mean_${last}`),
      variance: `${v(`spread_${last}`)} + ${v(`noise_${last}`)}`,
      wish: `${v(`mean_${last}`)} + ${number(aspiration)} * (${number(100)} - ${v(`mean_${last}`)})`,
      base: `${number(1 - tolerance)} * ${v(`mean_${last}`)}`,
    },
    { desired: `${wish} + ${rise}` },
    {
      adequate: role ? `CASE WHEN ${part} IS NULL THEN ${v('base')} ELSE ${within} END` : within,
    },
  ];
}
