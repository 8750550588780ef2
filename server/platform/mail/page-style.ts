import { createHash } from 'node:crypto';

/** How a mail looks in its frame; its own styles were left out. */
export const mailPageStyle = `body{font:1rem/1.5 system-ui,sans-serif;margin:1rem;overflow-wrap:anywhere;color-scheme:light dark}
table{max-width:100%}pre{white-space:pre-wrap}.remote-picture,.inline-picture{opacity:.7;font-style:italic}`;

/** For the policy of the page around the frame, which holds in a frame of `srcdoc` too: this style and no other. */
export const mailPageStyleSource = `'sha256-${createHash('sha256').update(mailPageStyle).digest('base64')}'`;
