import { Form, Input, InputNumber, Modal, Select } from 'antd'
import { useMeta } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { DateInput } from '../../../../app/web/kit/DateInput.tsx'
import { Problem } from '../../../../app/web/kit/States.tsx'
import Themed from '../../../../app/web/kit/Themed.tsx'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { useSend } from '../useSend.ts'
import { W } from '../words.ts'
import { answersOf } from './answers.ts'
import type { Field, FormPlan } from './forms.ts'
import { useMonths } from './useMonths.ts'

interface Props {
  readonly form: FormPlan
  readonly path: string
  readonly also?: Readonly<Record<string, string>>
  readonly initial?: Readonly<Record<string, string>>
  readonly close: () => void
}

/** A form made from its plan; it stays open and says why when the server refuses. */
export default function FormDialog({ form, path, also = {}, initial = {}, close }: Props) {
  const say = useSay()
  const send = useSend()
  const { data: meta } = useMeta()
  const months = useMonths(meta?.zone.today)
  const office = useOffice()
  const offices = (meta?.offices ?? []).map(({ id }) => ({ value: id, label: office(id, 'full') }))
  const [fields] = Form.useForm<Record<string, unknown>>()
  const submit = async () => {
    const values = await fields.validateFields()
    await send.mutateAsync({ path, ...answersOf(values, also) })
    close()
  }
  return (
    <Themed>
      <Modal
        open
        title={say(form.title)}
        okText={say(W.submit)}
        cancelText={say(W.cancel)}
        confirmLoading={send.isPending}
        onOk={() => void submit().catch(() => undefined)}
        onCancel={close}
      >
        <Form form={fields} layout="vertical" initialValues={{ colour: 'yellow', ...initial }}>
          {form.fields.map((field) => (
            <Form.Item
              key={field.name}
              name={field.name}
              label={say(field.label)}
              extra={say(field.help)}
              rules={[{ required: !field.optional, message: say(W.pleaseFill) }]}
              {...(field.kind === 'files' ? { valuePropName: 'none', getValueFromEvent: chosen } : {})}
            >
              {CONTROLS[field.kind](field, { say, months, offices })}
            </Form.Item>
          ))}
        </Form>
        {send.error && <Problem error={send.error} />}
      </Modal>
    </Themed>
  )
}

const chosen = ({ target: { files } }: React.ChangeEvent<HTMLInputElement>) =>
  files?.length ? [...files] : undefined

/** The form hands these to whatever stands in its item. */
const Day = ({
  id = '',
  value = '',
  onChange,
}: {
  id?: string
  value?: string
  onChange?: (day: string) => void
}) => <DateInput kind="date" id={id} value={value} set={(day) => onChange?.(day)} />

interface Given {
  readonly say: ReturnType<typeof useSay>
  readonly months: ReturnType<typeof useMonths>
  readonly offices: readonly { readonly value: string; readonly label: string }[]
}
const CONTROLS: Readonly<Record<Field['kind'], (field: Field, given: Given) => React.ReactNode>> = {
  lines: () => <Input.TextArea rows={4} maxLength={5000} />,
  line: () => <Input maxLength={500} />,
  percent: () => <InputNumber min={0} max={100} precision={1} style={{ width: '100%' }} />,
  number: () => <InputNumber<string> stringMode style={{ width: '100%' }} />,
  month: (_field, { months }) => <Select options={[...months]} />,
  choice: ({ choices = {} }, { say }) => (
    <Select options={Object.entries(choices).map(([value, name]) => ({ value, label: say(name) }))} />
  ),
  date: () => <Day />,
  office: (_field, { offices }) => (
    <Select allowClear showSearch optionFilterProp="label" options={[...offices]} />
  ),
  files: () => <input type="file" multiple />,
}
