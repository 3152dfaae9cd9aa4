import type { OrderTextForms } from 'overdeliver/backtest';
import type { OrdersSettings } from './settings';

/** What must be said before orders can be read. */
export interface Question {
  readonly setting: 'started' | 'zone' | 'dateOrder' | 'yearsFrom' | 'decimals';
  readonly missing: string;
}

/** Whether a setting is asked for: the texts need it and do not tell it. */
export const isAsked = (forms: OrderTextForms | null, name: OrderTextForms['ask'][number]) =>
  forms?.ask.includes(name) ?? false;

/** The questions that are still open, in the order of the page. */
export function openQuestions(
  forms: OrderTextForms | null,
  settings: OrdersSettings,
): readonly Question[] {
  const open: Question[] = [];
  if (settings.started === '') {
    open.push({ setting: 'started', missing: 'which column says when an order started' });
  }
  if (isAsked(forms, 'zone') && settings.zone === '') {
    open.push({ setting: 'zone', missing: 'by the clocks of which time zone dates were written' });
  }
  if (isAsked(forms, 'dateOrder') && settings.dateOrder === '') {
    open.push({ setting: 'dateOrder', missing: 'whether day or month comes first' });
  }
  if (isAsked(forms, 'yearsFrom') && settings.yearsFrom === 0) {
    open.push({ setting: 'yearsFrom', missing: 'of which century years of two digits are' });
  }
  if (isAsked(forms, 'decimalComma') && settings.decimals === '') {
    open.push({ setting: 'decimals', missing: 'what comes before decimals' });
  }
  return open;
}

/** What the texts tell by themselves, as settings. */
export function told(forms: OrderTextForms): Partial<OrdersSettings> {
  return {
    ...(forms.dateOrder !== null && { dateOrder: forms.dateOrder }),
    ...(forms.decimalComma !== null && { decimals: forms.decimalComma ? 'comma' : 'point' }),
  };
}
