import { durationBetween, businessCalendar } from 'overdeliver';
const c = businessCalendar({ zone: "Asia/Kolkata", open: { monday: ["00:00-24:00"], tuesday: ["17:00-22:00"] } });
console.time('a'); try { console.log(durationBetween(new Date("-002000-04-20T00:00:00.000Z"), new Date("2026-01-01T02:10:01.144Z"), 'hours', {calendar: c})); } catch(e){console.log(String(e))} console.timeEnd('a');
