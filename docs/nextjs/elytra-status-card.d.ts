// types/elytra-status-card.d.ts: status-card.d.ts is published next to the card.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ElytraStatusCardAttributes } from './status-card';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'elytra-status-card': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & ElytraStatusCardAttributes;
    }
  }
}
