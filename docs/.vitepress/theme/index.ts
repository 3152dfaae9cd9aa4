import { inBrowser, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import Picture from '../pictures/Picture.vue';
import RunExamples from '../stackblitz/RunExamples.vue';
import { keepOffline } from './keep-offline';
import { mendSearchBox } from './search-box-role';
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('Picture', Picture);
    app.component('RunExamples', RunExamples);
    if (!inBrowser) return;
    keepOffline();
    mendSearchBox();
  },
} satisfies Theme;
