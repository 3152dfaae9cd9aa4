/** Zones whose clocks are awkward, and changes that each run goes through whatever it draws. */
export const awkward: readonly (readonly [zone: string, ...changes: readonly string[]])[] = [
  // A day that there was not.
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Pacific/Kwajalein', '1993-08-21T12:00Z'],
  ['Pacific/Kiritimati', '1994-12-31T10:00Z'],
  ['Pacific/Fakaofo', '2011-12-30T11:00Z'],
  // By half an hour, by two hours, by twenty minutes.
  ['Australia/Lord_Howe', '2026-04-04T15:00Z', '2026-10-03T15:30Z'],
  ['Antarctica/Troll', '2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  ['Africa/Accra', '1942-09-01T00:00Z'],
  // For good, by a quarter or half of an hour.
  ['Asia/Kathmandu', '1985-12-31T18:30Z'],
  ['America/Caracas', '2007-12-09T07:00Z', '2016-05-01T07:00Z'],
  ['Asia/Pyongyang', '2015-08-14T15:00Z', '2018-05-04T15:00Z'],
  ['Asia/Dhaka', '2009-06-19T17:00Z', '2009-12-31T18:00Z'],
  ['Asia/Colombo', '1996-05-24T18:30Z'],
  ['Europe/Moscow', '2014-10-25T22:00Z'],
  ['Europe/Volgograd', '2018-10-27T23:00Z'],
  // The month of Ramadan, each year another.
  ['Africa/Casablanca', '2026-02-15T02:00Z', '2026-03-22T02:00Z'],
  ['Africa/El_Aaiun', '2012-07-20T02:00Z', '2012-08-20T02:00Z'],
  // A day without midnight, or with two.
  ['America/Sao_Paulo', '2018-11-04T03:00Z', '2018-02-18T02:00Z'],
  ['Africa/Cairo', '2024-04-25T22:00Z', '2024-10-31T21:00Z'],
  ['Asia/Beirut', '2026-03-28T22:00Z', '2026-10-24T21:00Z'],
  ['Asia/Gaza', '2026-03-28T00:00Z', '2040-10-20T00:00Z'],
  ['Asia/Tehran', '2021-03-21T20:30Z', '2021-09-21T19:30Z'],
  ['America/Havana', '2026-03-08T05:00Z', '2026-11-01T05:00Z'],
  ['America/Asuncion', '2023-10-01T04:00Z'],
  ['America/Santiago', '2024-09-08T04:00Z'],
  ['America/Scoresbysund', '2024-03-31T01:00Z'],
  ['Asia/Amman', '2022-02-24T22:00Z'],
  ['Atlantic/Azores', '1983-09-25T02:00Z'],
  // Offsets to the second, until clocks were set by the hour.
  ['Africa/Monrovia', '1972-01-07T00:44:30Z'],
  ['Europe/Amsterdam', '1937-06-30T23:40:28Z', '1916-04-30T23:40:28Z'],
  ['Europe/Dublin', '1916-10-01T02:25:21Z'],
  ['Asia/Singapore', '1905-05-31T17:04:35Z', '1981-12-31T16:00Z'],
  ['America/Toronto', '1919-03-31T04:30Z'],
  // Forth and back within days, twice a year, in times of war.
  ['America/Boa_Vista', '2000-10-08T04:00Z', '2000-10-15T03:00Z'],
  ['Africa/Tunis', '1943-04-17T00:00Z', '1943-04-25T02:00Z'],
  ['Europe/Lisbon', '1942-04-04T23:00Z'],
  ['Europe/London', '1947-04-13T02:00Z'],
  ['America/St_Johns', '1988-04-03T03:31Z', '2010-11-07T02:31Z'],
  ['Africa/Freetown', '1939-09-05T00:00Z'],
  ['Pacific/Chatham', '2026-04-04T14:00Z'],
  ['Europe/Berlin', '1945-05-24T00:00Z', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z', '2026-11-01T06:00Z'],
];
