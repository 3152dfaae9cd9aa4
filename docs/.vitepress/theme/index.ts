import { inBrowser, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent, h } from 'vue';
import { keepOffline } from './keep-offline';
import { mendSearchBox } from './search-box-role';
import './style.css';

// fetched where a page has one
const Picture = defineAsyncComponent(() => import('../pictures/Picture.vue'));
const RunExamples = defineAsyncComponent(() => import('../stackblitz/RunExamples.vue'));

export default {
  extends: DefaultTheme,
  Layout: () =>
    h(DefaultTheme.Layout, null, { 'home-hero-image': () => h(Picture, { name: 'promise' }) }),
  enhanceApp({ app }) {
    app.component('Picture', Picture).component('RunExamples', RunExamples);
    if (!inBrowser) return;
    keepOffline();
    mendSearchBox();
  },
} satisfies Theme;
