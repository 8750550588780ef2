import { useMediaQuery } from '@mantine/hooks';

/** Whether one pane is shown at a time, as on a telephone; the same width as in `panes.module.css`. */
export const useNarrow = () => useMediaQuery('(max-width: 54em)', undefined, { getInitialValueInEffect: false });
