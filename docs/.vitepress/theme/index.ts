import { inBrowser, type Theme, withBase } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import RunExamples from '../stackblitz/RunExamples.vue';
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('RunExamples', RunExamples);
    if (!inBrowser || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    // after the page, so that keeping the rest does not compete with it; without it the site works online only
    addEventListener('load', () => navigator.serviceWorker.register(withBase('/offline.js')));
  },
} satisfies Theme;
