/** What Next.js adds to fetch. */
interface RequestInit {
  next?: { revalidate?: number | false; tags?: string[] };
}
