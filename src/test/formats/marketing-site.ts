/** The two readers of the marketing site, as they use the document, and nothing more. */

export interface Card {
  label: string;
  age: string;
  isStale: boolean;
  lines: string[];
}

type PlatformStatus = 'operational' | 'degraded' | 'outage' | 'unknown';

interface CardDocument {
  updated_at: string;
  platform_status: PlatformStatus;
  uptime?: { last_24h?: number | null; last_7d?: number | null } | null;
  backups?: { policy?: string | null; last_successful_backup: string | null; last_backup_status: string } | null;
  infrastructure?: { model: string; regions: string[]; notes: string } | null;
}

interface EarlierDocument {
  updated_at: string;
  platform_status: PlatformStatus;
  uptime: { last_24h: number; last_7d: number; last_30d: number } | null;
  backups: { last_backup_status: string; last_backup_time: string | null } | null;
}

const LABELS: Record<PlatformStatus, string> = {
  operational: 'All systems operational',
  degraded: 'Minor degradation',
  outage: 'Service disruption',
  unknown: 'Status unavailable',
};

const percent = (value: number | null | undefined) => (typeof value === 'number' ? `${value.toFixed(2)}%` : 'N/A');

/** The server component with its card: every section is guarded, a section that is present is printed as it is. */
export function card(data: CardDocument, now: Date): Card {
  const age = now.getTime() - Date.parse(data.updated_at);
  const isStale = Number.isNaN(age) || age > 30 * 60_000;
  const lines: string[] = [];
  if (data.uptime) {
    lines.push(`24h ${percent(data.uptime.last_24h)}`, `7d ${percent(data.uptime.last_7d)}`);
  }
  if (data.backups) {
    lines.push(data.backups.policy || 'Policy available on request.');
    lines.push(data.backups.last_successful_backup ?? 'N/A', data.backups.last_backup_status);
  }
  if (data.infrastructure) {
    lines.push(data.infrastructure.model, data.infrastructure.regions.join(', '), data.infrastructure.notes);
  }
  return { label: LABELS[isStale ? 'unknown' : data.platform_status], age: `${Math.floor(age / 60_000)}m ago`, isStale, lines };
}

/** The earlier fetcher, which passes a few values on. */
export function earlier(data: EarlierDocument) {
  return {
    label: LABELS[data.platform_status],
    updated: new Date(data.updated_at).toISOString(),
    uptime: data.uptime && [data.uptime.last_24h, data.uptime.last_7d, data.uptime.last_30d],
    backups: data.backups && [data.backups.last_backup_status, data.backups.last_backup_time],
  };
}
