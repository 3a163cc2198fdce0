// app/status/page.tsx: the server passes the first value, at most a minute old; the card refreshes it in the browser.
// React 19 loads the async script once.
const STATUS = 'https://status.example.com';

export const revalidate = 60;

async function firstValue(): Promise<string | undefined> {
  try {
    const reply = await fetch(`${STATUS}/status.json`, {
      next: { revalidate: 60 },
      signal: AbortSignal.timeout(3000),
    });
    return reply.ok ? await reply.text() : undefined;
  } catch {
    return undefined; // the card then loads the status itself
  }
}

export default async function StatusPage() {
  return (
    <main>
      <h1>Status</h1>
      <elytra-status-card src={`${STATUS}/status.json`} initial={await firstValue()}>
        <a href={STATUS}>Status and history</a>
      </elytra-status-card>
      <script type="module" async src={`${STATUS}/status-card.js`} />
    </main>
  );
}
