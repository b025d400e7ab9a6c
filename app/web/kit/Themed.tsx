import { ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import { useLanguage } from '../i18n/index.ts'
import { antdTheme } from '../theme/antd.ts'
import { useTheme } from '../theme/theme.ts'

/** antd in our tokens and language; wraps only what uses antd, so the frame never waits for it. */
export default function Themed({ children }: { children: React.ReactNode }) {
  const language = useLanguage()
  const theme = useTheme()
  return (
    <ConfigProvider
      key={theme}
      locale={language === 'en' ? en : zh}
      theme={antdTheme(theme)}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
