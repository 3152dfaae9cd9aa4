import { commonNeeds, outcomes } from 'overdeliver/core';
import { describe, expect, it } from 'vitest';

describe('the words everyone speaks', () => {
  it('names the needs of D7', () => {
    expect(commonNeeds).toEqual([
      'financialBenefit',
      'safety',
      'comfort',
      'savingTime',
      'prestige',
      'beautyAndHealth',
      'professionalDevelopment',
      'belonging',
    ]);
    expect(Object.isFrozen(commonNeeds)).toBe(true);
  });

  it('ranks the outcomes of D21 to D23 from worst to best', () => {
    expect(outcomes).toEqual(['below', 'met', 'exceeded']);
    expect(Object.isFrozen(outcomes)).toBe(true);
  });
});
