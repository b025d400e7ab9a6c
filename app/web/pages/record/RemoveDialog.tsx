import { useMutation } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { address, post } from '../../client/fetch.ts'
import { queryClient, recordPath, rowPath } from '../../client/queries.ts'
import type { MetaRecord, Row } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { Problem } from '../../kit/States.tsx'
import Themed from '../../kit/Themed.tsx'
import { pageOf } from '../form/useRecord.ts'
import { WhyField } from '../form/WhyField.tsx'
import { W } from '../form/words.ts'

/** Asks for the reason, then removes the row as it was seen. */
export default function RemoveDialog(props: { record: MetaRecord; row: Row; close: () => void }) {
  const { record, row, close } = props
  const say = useSay()
  const go = useNavigate()
  const [why, setWhy] = useState('')
  const removal = useMutation({
    mutationFn: () =>
      post(
        address(rowPath(record.id, row.id), { seen: Number(row.row_version), why: why.trim() }),
        {},
        'DELETE',
      ),
    onSuccess: () => {
      void go(pageOf(record), { replace: true })
      return queryClient.invalidateQueries({ queryKey: [recordPath(record.id)] })
    },
  })
  return (
    <Themed>
      <Modal
        open
        title={say(W.remove)}
        okText={say(W.remove)}
        cancelText={say(W.cancel)}
        okButtonProps={{ danger: true, disabled: why.trim() === '' }}
        confirmLoading={removal.isPending}
        onOk={() => removal.mutate()}
        onCancel={close}
      >
        <WhyField label={W.removeWhy} help={W.removeHelp} value={why} set={setWhy} />
        {removal.error && <Problem error={removal.error} />}
      </Modal>
    </Themed>
  )
}
