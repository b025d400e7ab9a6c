import { theme as antd, type ThemeConfig } from 'antd'
import type { Theme } from './theme.ts'
import { pixels, token } from './tokens.ts'

/** antd's theme, derived from tokens.css and nothing else. */
export const antdTheme = (theme: Theme): ThemeConfig => ({
  algorithm: theme === 'wall' ? antd.darkAlgorithm : antd.defaultAlgorithm,
  token: {
    colorPrimary: token('accent'),
    colorLink: token('accent'),
    colorSuccess: token('green'),
    colorWarning: token('yellow'),
    colorError: token('red'),
    colorText: token('ink'),
    colorTextSecondary: token('second'),
    colorTextPlaceholder: token('second'),
    colorBgLayout: token('page'),
    colorBgContainer: token('surface'),
    colorBgElevated: token('surface'),
    colorBorder: token('line'),
    colorBorderSecondary: token('line'),
    fontFamily: token('sans'),
    fontSize: pixels('size-14'),
    lineHeight: pixels('leading') / pixels('size-14'),
    borderRadius: pixels('radius'),
    boxShadow: token('float'),
    boxShadowSecondary: token('float'),
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
})
