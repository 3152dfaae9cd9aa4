import type { HeadConfig, TransformContext } from 'vitepress';
import { homepage } from './project';

/** What a card in a chat or a feed shows of a page. Addresses only where package.json says where the site lives. */
export function headOf({ pageData, title, description, siteData }: TransformContext): HeadConfig[] {
  const card: Record<string, string> = {
    'og:type': 'website',
    'og:site_name': 'overdeliver',
    'og:title': title,
    'og:description': description,
  };
  if (homepage) {
    const path = pageData.relativePath.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '');
    card['og:url'] = new URL(path, homepage.replace(/\/?$/, '/')).href;
  }
  return [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${siteData.base}mark.svg` }],
    ...Object.entries(card).map(
      ([property, content]): HeadConfig => ['meta', { property, content }],
    ),
    ['meta', { name: 'twitter:card', content: 'summary' }],
  ];
}
