import { Button, Group } from '@mantine/core';
import { type Language, language, languageNames, switchLanguage } from '../../../lib/language.ts';

const languages = Object.keys(languageNames) as Language[];

/** The other languages, each in its own name; the page is loaded again, so that every word follows. */
export const LanguageSwitch = ({ label }: { label?: string }) => (
  <Group gap="xs">
    {label && <span>{label}</span>}
    {languages
      .filter((one) => one !== language)
      .map((one) => (
        <Button key={one} variant="default" size="compact-sm" lang={one} onClick={() => switchLanguage(one)}>
          {languageNames[one]}
        </Button>
      ))}
  </Group>
);
