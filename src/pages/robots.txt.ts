import type { APIContext } from 'astro';
import { at } from '../i18n/paths.ts';

export const GET = ({ site }: APIContext): Response => new Response(`User-agent: *\nAllow: /\nSitemap: ${new URL(at('sitemap-index.xml'), site)}\n`);
