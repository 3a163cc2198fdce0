/** The state of the card; everything after outage is shown in grey. */
export type ElytraStatusState =
  | 'operational'
  | 'degraded'
  | 'maintenance'
  | 'partial-outage'
  | 'outage'
  | 'unknown'
  | 'stale'
  | 'unreachable'
  | 'invalid'
  | 'loading';

/** The detail of the event elytra-status, sent whenever the state changes. */
export interface ElytraStatusDetail {
  state: Exclude<ElytraStatusState, 'loading'>;
  /** Seconds since the evidence was gathered; null if there is none. */
  age: number | null;
  /** When the evidence was gathered, RFC 3339; null if there is none. */
  updatedAt: string | null;
}

export interface ElytraStatusCard extends HTMLElement {
  readonly state: ElytraStatusState;
}

export interface ElytraStatusCardAttributes {
  /** The address of status.json. */
  src: string;
  /** The content of status.json as the server read it, shown until the first response. */
  initial?: string;
  /** Which parts are shown, separated by blanks: incident uptime backups infrastructure age. */
  show?: string;
  /** Seconds between two requests; at least 60. */
  refresh?: string;
  /** en or de; the language of the page around it if absent. */
  lang?: string;
  /** Follows the reader's system if absent. */
  theme?: 'light' | 'dark';
  [label: `label-${string}`]: string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'elytra-status-card': ElytraStatusCard;
  }
  interface HTMLElementEventMap {
    'elytra-status': CustomEvent<ElytraStatusDetail>;
  }
}
