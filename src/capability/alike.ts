import { refuse } from '../input/refusal';
import type { Capability } from './capability';

/** Throws unless capabilities are of one unit and with one idea of better. */
export function checkAlike(
  capabilities: readonly Capability[],
  pathOf: (i: number) => string,
): void {
  const said = ({ unit, better }: Capability) => `${unit} with ${better} as better`;
  capabilities.forEach((capability, i) => {
    const [given, wanted] = [said(capability), said(capabilities[0] as Capability)];
    if (given !== wanted) refuse(pathOf(i), given, wanted, 'unit-mismatch');
  });
}
