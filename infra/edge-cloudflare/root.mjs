// Serves the site from the CDN of Spaces and maps the root address to index.html. The query string is dropped, so that it
// cannot get around the cache; the Origin is passed on, because Spaces adds the CORS headers by it.
const ORIGIN = 'https://${origin}';

export default {
  async fetch(request) {
    if (request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS') {
      return new Response(null, { status: 405 });
    }
    const path = new URL(request.url).pathname;
    return fetch(ORIGIN + (path === '/' ? '/index.html' : path), { method: request.method, headers: request.headers });
  },
};
