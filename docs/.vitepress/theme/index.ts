import { inBrowser, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent, h } from 'vue';
import { keepOffline } from './keep-offline';
import { mendSearchBox } from './search-box';
import { mendSidebar } from './sidebar';
import './style.css';

// fetched where a page has one
const Picture = defineAsyncComponent(() => import('../pictures/Picture.vue'));
const RunExamples = defineAsyncComponent(() => import('../stackblitz/RunExamples.vue'));
const KeepRate = defineAsyncComponent(() => import('./KeepRate.vue'));
const Playground = defineAsyncComponent(() => import('../playground/Playground.vue'));

export default {
  extends: DefaultTheme,
  Layout: () =>
    h(DefaultTheme.Layout, null, { 'home-hero-image': () => h(Picture, { name: 'promise' }) }),
  enhanceApp({ app, router }) {
    const components = { Picture, RunExamples, KeepRate, Playground };
    for (const [name, component] of Object.entries(components)) app.component(name, component);
    if (!inBrowser) return;
    keepOffline();
    mendSearchBox();
    // once it is drawn
    router.onAfterRouteChange = () => void requestAnimationFrame(mendSidebar);
  },
} satisfies Theme;
