import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { post } from '../../client/fetch.ts'
import { useWords } from '../../i18n/index.ts'
import { Problem } from '../../kit/States.tsx'
import Themed from '../../kit/Themed.tsx'

interface Props {
  /** `/api/records/system/record/id` */
  readonly path: string
  readonly column: string
  readonly name: string
  readonly done: (value: string) => void
  readonly close: () => void
}

/** Asks why a personal value is to be seen in full; the answer is kept before the value comes. */
export default function Reveal({ path, column, name, done, close }: Props) {
  const words = useWords()
  const id = useId()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [asking, setAsking] = useState(false)
  const ask = async () => {
    setAsking(true)
    try {
      const { value } = await post<{ value: string | null }>(`${path}/reveal`, { column, reason })
      done(value ?? '')
      close()
    } catch (problem) {
      setError(problem)
    } finally {
      setAsking(false)
    }
  }
  return (
    <Themed>
      <Modal
        open
        title={words('revealTitle', { name })}
        okText={words('reveal')}
        cancelText={words('cancel')}
        okButtonProps={{ disabled: reason.trim() === '' }}
        confirmLoading={asking}
        onOk={() => void ask()}
        onCancel={close}
      >
        <label htmlFor={id}>{words('revealReason')}</label>
        <Input.TextArea
          id={id}
          autoFocus
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="second">{words('revealKept')}</p>
        {error !== undefined && <Problem error={error} />}
      </Modal>
    </Themed>
  )
}
