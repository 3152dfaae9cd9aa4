import { inBrowser, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { keepOffline } from './keep-offline';
import { mendSearchBox } from './search-box-role';
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp() {
    if (!inBrowser) return;
    keepOffline();
    mendSearchBox();
  },
} satisfies Theme;
