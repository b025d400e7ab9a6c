import { useState } from 'react'
import type { ApiAnswer } from '../../client/api.ts'
import { post } from '../../client/fetch.ts'
import { queryClient, useApi } from '../../client/queries.ts'
import { useSay } from '../../i18n/index.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer } from '../../kit/States.tsx'
import { toast } from '../../kit/Toast.tsx'
import { type Action, ActionDialog } from '../ActionDialog.tsx'
import { A } from '../words.ts'

type Setting = ApiAnswer<'/api/access/settings'>[number]

/** What the zone decides for itself while it runs, for the system administrator; whatever is declared is here. */
export default function SettingsPage() {
  const say = useSay()
  const asked = useApi('/api/access/settings', {})
  const [action, setAction] = useState<Action>()
  const change = ({ key, name, about, long, usual, value }: Setting): Action => ({
    title: say(A.changeSetting),
    about: `${say(name)} · ${say(about)}`,
    fields: [
      {
        name: 'value',
        label: say(A.settingValue),
        help: say(A.settingEmpty),
        kind: long ? 'longText' : 'text',
        initial: value ?? usual,
        optional: true,
      },
      { name: 'why', label: say(A.why), kind: 'longText' },
    ],
    run: async ({ value, why }) => {
      await post('/api/access/settings', { key, value: value || null, why })
      toast({ says: A.settingChanged })
      await queryClient.invalidateQueries({ queryKey: ['/api/access/settings'] })
    },
  })
  return (
    <>
      <PageHead title={say(A.settings)} about={say(A.settingsAbout)} />
      <Answer of={asked} lines={8}>
        {(settings) => (
          <div className="stack">
            {settings.map((setting) => (
              <section key={setting.key} className="block">
                <h2>
                  {say(setting.name)}
                  <button type="button" className="button" onClick={() => setAction(change(setting))}>
                    {say(A.changeSetting)}
                  </button>
                </h2>
                <p className="second">{say(setting.about)}</p>
                <pre className="setting-value">{setting.value ?? setting.usual}</pre>
                <p className="second">
                  {setting.key} · {say(setting.value === null ? A.settingUsual : A.settingOwn)}
                </p>
                {setting.problem && (
                  <p className="field-problem" role="alert">
                    {say(setting.problem)}
                  </p>
                )}
              </section>
            ))}
          </div>
        )}
      </Answer>
      {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
    </>
  )
}
