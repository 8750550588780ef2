import { describe, expect, test } from 'vitest';
import { hashPassword, passwordFits, weaknessOf } from './password.ts';

const about = { hasSecondFactor: false, known: ['ana.flores@stbrigid.test', 'St. Brigid Hospital'] };
const beside = { ...about, hasSecondFactor: true };

describe('a password', () => {
  test.each([
    ['tidal copper sandwich lamp'],
    ['correct horse battery staple'],
    ['839201748561029'],
    ['пароль из четырёх слов никто'],
    ['我们的医院前台每天都很忙碌谢谢大家'],
    ['xK9#mQ2$vL7@pR4!'],
    ['correcthorsebatterystaple'],
    ['velvet-harbor-turnip-42'],
    ['mi abuela cocina los domingos'],
    ['el perro de mi vecino ladra'],
    ['Mein Hund frisst gern Kartoffeln'],
    ['chaussette lampe rivière nuage'],
    ['con mèo nhà hàng xóm rất béo'],
    ['जामुन का पेड़ बहुत ऊँचा है'],
    ['الجار يزرع الطماطم كل ربيع'],
    [`${'a'.repeat(5)}tidal copper sandwich lamp ${'x'.repeat(5)}`],
    ['tidal copper sandwich lamp '.repeat(5).slice(0, 128)],
  ])('may be %j', async (password) => {
    expect(await weaknessOf(password, about)).toBeUndefined();
  });

  test.each([
    ['', 'too-short'],
    ['tidal copper l', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['aaaaaaaaaaaaaaa', 'easily-guessed'],
    ['123456789012345', 'easily-guessed'],
    ['abcdefghijklmnopq', 'easily-guessed'],
    ['qwertyuiopasdfghjkl', 'easily-guessed'],
    ['1qaz2wsx3edc4rfv', 'easily-guessed'],
    ['passwordpassword', 'easily-guessed'],
    ['Password2026!Password2026!', 'easily-guessed'],
    ['P@ssw0rdP@ssw0rd1', 'easily-guessed'],
    ['Hospital-Summer-2026!', 'easily-guessed'],
    ['Welcome to St Brigid', 'easily-guessed'],
    ['anaflores.brigid2026', 'easily-guessed'],
    [`${'contraseña-segura-2026'.slice(0, 10)}-2026-enfermera`, 'easily-guessed'],
    ['zyxwvutsrqponmlk', 'easily-guessed'],
    ['letmeinletmeinletmein', 'easily-guessed'],
    ['jesuschristsuperstar', 'easily-guessed'],
    ['manchesterunited', 'easily-guessed'],
    ['thisismypassword', 'easily-guessed'],
    ['polniypizdec0211', 'easily-guessed'],
    ['football12345678', 'easily-guessed'],
    ['Basketball-Superman-99', 'easily-guessed'],
    ['ILoveMyHospital2026', 'easily-guessed'],
    ['Verano2026Verano', 'easily-guessed'],
    ['anaflores anaflores!', 'easily-guessed'],
    ['Ana Flores 1984-02', 'easily-guessed'],
    ['Brigid.Hospital.2026', 'easily-guessed'],
    ['stbrigidstbrigid', 'easily-guessed'],
  ])('may not be %j', async (password, weakness) => {
    expect(await weaknessOf(password, about)).toBe(weakness);
  });

  test('is none of the common ones that are long enough, however they are written', async () => {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    const common = dictionary['passwords-common'].filter((word) => word.length >= 8);
    // ASVS 6.2.4 asks for the first 3,000 at least.
    expect(common.length).toBeGreaterThan(10_000);
    for (const word of common.filter((_, at) => at % 7 === 0))
      for (const written of [word, word.toUpperCase(), `${word}!1`])
        expect(await weaknessOf(written, beside), written).toBe('easily-guessed');
  });

  test('needs eight characters beside a second factor', async () => {
    expect(await weaknessOf('vokt lm', beside)).toBe('too-short');
    expect(await weaknessOf('vokt lmq', beside)).toBeUndefined();
    expect(await weaknessOf('vokt lmq', about)).toBe('too-short');
    expect(await weaknessOf('password1', beside)).toBe('easily-guessed');
    expect(await weaknessOf('Summer2026!', beside)).toBe('easily-guessed');
    expect(await weaknessOf('purple lamp', beside)).toBe('easily-guessed');
  });

  test('is counted in characters, not in bytes or halves of pairs', async () => {
    expect(await weaknessOf('🦜🍋🚲🪵🧦🥁🛶🪁', about)).toBe('too-short');
    expect(await weaknessOf('🦜🍋🚲🪵🧦🥁🛶🪁🦜🪵🍋🛶🥁🧦🚲', about)).toBeUndefined();
  });

  test('is not cut off: what differs after 72 bytes differs', async () => {
    const long = 'é'.repeat(60);
    const hash = await hashPassword(`${long}x`);
    expect(await passwordFits(hash, `${long}x`)).toBe(true);
    expect(await passwordFits(hash, `${long}y`)).toBe(false);
  });

  test('is the same from every keyboard', async () => {
    const hash = await hashPassword('caf\u00e9 \ufb01ne \u2460 tidal lamp');
    expect(await passwordFits(hash, 'cafe\u0301 fine 1 tidal lamp')).toBe(true);
  });

  test('fits nothing where none is set', async () => {
    expect(await passwordFits(undefined, 'nobody has this password')).toBe(false);
    expect(await passwordFits(null, '')).toBe(false);
  });

  test('is kept as Argon2id with a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('tidal copper'), hashPassword('tidal copper')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  test('is judged in a moment, however it is built', async () => {
    await weaknessOf('tidal copper sandwich lamp', about);
    for (const nasty of [
      'a'.repeat(128),
      'ab'.repeat(64),
      `${'1'.repeat(127)}x`,
      `${'abcd'.repeat(31)}e`,
      'qwerty'.repeat(21),
      'p@ssw0rd'.repeat(16),
      '4@8({[<36&!|$5'.repeat(9),
      '19990101'.repeat(16),
      `${'1!'.repeat(63)}x`,
      'áéíóú'.repeat(25),
    ]) {
      const before = performance.now();
      await weaknessOf(nasty, about);
      expect(performance.now() - before).toBeLessThan(100);
    }
  });
});
