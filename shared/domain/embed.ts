/** The sites whose posts and films can stand in a story, each by the addresses of single posts only. */
export const EMBED_PROVIDERS = ['youtube', 'x', 'instagram', 'tiktok', 'facebook'] as const;
export type EmbedProvider = (typeof EMBED_PROVIDERS)[number];

/** As the sites call themselves. */
export const PROVIDER_NAMES: Readonly<Record<EmbedProvider, string>> = {
  youtube: 'YouTube',
  x: 'X',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  facebook: 'Facebook',
};

interface Address {
  readonly provider: EmbedProvider;
  readonly hosts: RegExp;
  readonly path: RegExp;
}

const ADDRESSES: readonly Address[] = [
  {
    provider: 'youtube',
    hosts: /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com$/,
    path: /^\/(?:watch\?(?:.*&)?v=|shorts\/|live\/|embed\/)[\w-]{6,}/,
  },
  { provider: 'youtube', hosts: /^youtu\.be$/, path: /^\/[\w-]{6,}/ },
  {
    provider: 'x',
    hosts: /^(?:www\.|mobile\.)?(?:x|twitter)\.com$/,
    path: /^\/\w+\/status\/\d+/,
  },
  {
    provider: 'instagram',
    hosts: /^(?:www\.)?instagram\.com$/,
    path: /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/[\w-]+/,
  },
  {
    provider: 'tiktok',
    hosts: /^(?:www\.|m\.)?tiktok\.com$/,
    path: /^\/@[\w.-]+\/(?:video|photo)\/\d+/,
  },
  { provider: 'tiktok', hosts: /^v[mt]\.tiktok\.com$/, path: /^\/\w+/ },
  {
    provider: 'facebook',
    hosts: /^(?:www\.|m\.|web\.)?facebook\.com$/,
    path: /^\/(?:(?:[^/]+\/)+(?:posts|videos)\/|share\/|reel\/|watch\/?\?(?:.*&)?v=|photo|permalink\.php|story\.php)/,
  },
  { provider: 'facebook', hosts: /^fb\.watch$/, path: /^\/[\w-]+/ },
];

/**
 * Whose post an address is; null when it is no single post of a site we know.
 * SECURITY: the host is matched whole, without name, password or port: `https://youtube.com.example/` is a stranger.
 */
export function embedProvider(address: string): EmbedProvider | null {
  const parts = /^https?:\/\/([a-z0-9.-]+)(\/[^\s#]*)/i.exec(address);
  if (parts === null) return null;
  const [, host = '', path = ''] = parts;
  const found = ADDRESSES.find(
    (each) => each.hosts.test(host.toLowerCase()) && each.path.test(path),
  );
  return found?.provider ?? null;
}
