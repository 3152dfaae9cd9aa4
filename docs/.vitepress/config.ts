import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'overdeliver',
  description:
    'Manage customer expectations: what they expect, what to promise, how they feel, what they do.',
  cleanUrls: true,
  lastUpdated: false,
});
