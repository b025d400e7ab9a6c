import { useMeta } from '../client/queries.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { Light } from '../kit/Light.tsx'
import { Mark } from '../kit/Mark.tsx'
import { PageHead } from '../kit/PageHead.tsx'
import { HELP } from './help.ts'

const STATUSES = ['computed', 'stated', 'inferred', 'forecast', 'missing'] as const
const LIGHTS = ['done', 'green', 'yellow', 'red', 'grey'] as const

/** What each mark means and what to do first, a few lines for each part. */
export default function Help() {
  const words = useWords()
  const { title, about, sections, marks, lights, lightHelp } = HELP[useLanguage()]
  const { data: meta } = useMeta()
  const kind = meta && (meta.zone.demonstration ? 'demonstration' : 'real')
  const shown = sections.filter(({ only }) => only === undefined || only === kind)
  return (
    <>
      <PageHead title={title} about={about} />
      <div className="grid two">
        <section className="block">
          <h2>{marks}</h2>
          <dl className="facts">
            {STATUSES.map((status) => (
              <Pair key={status} term={<Mark status={status} />}>
                {words(`statusHelp.${status}`)}
              </Pair>
            ))}
          </dl>
        </section>
        <section className="block">
          <h2>{lights}</h2>
          <dl className="facts">
            {LIGHTS.map((light) => (
              <Pair key={light} term={<Light light={light} />}>
                {lightHelp[light]}
              </Pair>
            ))}
          </dl>
        </section>
        {shown.map(({ name, lines }) => (
          <section className="block" key={name}>
            <h2>{name}</h2>
            <ul className="stack">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

function Pair({ term, children }: { term: React.ReactNode; children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
