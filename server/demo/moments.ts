/** Moments of the stories, counted back from now, on the wall clock of the hospital. */
export interface Moments {
  readonly minutesAgo: (minutes: number) => Temporal.Instant;
  /** The nth working day before today, at `HH:MM`. */
  readonly workday: (n: number, time: string) => Temporal.Instant;
  /** The last night before now, when every desk but one is shut. */
  readonly lastNight: Temporal.Instant;
}

export function momentsBefore(now: Temporal.Instant, timeZone: string): Moments {
  const here = now.toZonedDateTimeISO(timeZone);
  const today = here.toPlainDate();
  const at = (day: Temporal.PlainDate, time: string) => day.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
  return {
    minutesAgo: (minutes) => now.subtract({ minutes }),
    workday: (n, time) => {
      let day = today;
      for (let left = n; left > 0; ) {
        day = day.subtract({ days: 1 });
        if (day.dayOfWeek <= 5) left--;
      }
      return at(day, time);
    },
    lastNight: at(today.subtract({ days: 1 }), '22:40'),
  };
}
