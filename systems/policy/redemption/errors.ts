import { GaoxinError } from '../../../kernel/errors.ts'
import { type Text, text } from '../../../kernel/text.ts'

/** Every error of redemption: its HTTP status, what is wrong, and what to do. */
const ERRORS = {
  CLAIM_STEP: [
    409,
    text('当前状态不能办理这一步', 'This step is not open now'),
    text('请刷新后查看当前状态', 'Reload and look at its present state'),
  ],
  CLAIM_ROLE: [
    403,
    text('您的岗位不能办理此事', 'Your post may not do this'),
    text('请由有权办理的单位操作', 'Let the office that may do it'),
  ],
  CLAIM_REASON: [422, text('没有写明理由', 'No reason is given'), text('请写明理由', 'Give the reason')],
  CLAIM_ASKED: [
    409,
    text('已经一次性告知过补正内容', 'What is missing was told already, and is told at one time'),
    text('请按现有材料审核，或不予兑现并写明理由', 'Judge by what is there, or refuse it with the reason'),
  ],
  CLAIM_SECOND: [
    403,
    text('审核人不能审定', 'Who reviewed it may not approve it'),
    text('请由另一人审定', 'Have another person approve it'),
  ],
  CLAIM_ELIGIBLE: [
    409,
    text('不符合条件', 'The conditions do not hold'),
    text('请查看各项条件的判断', 'Look at how each condition was judged'),
  ],
  CLAIM_DUE: [
    409,
    text('企业确认或补正的期限还没有过', 'The enterprise still has time'),
    text('请在期限过后办理', 'Wait until the day is over'),
  ],
  CLAIM_UNDECIDED: [
    422,
    text('一事一议的金额还没有议定', 'The amount of an individual decision is not settled'),
    text('请在审核时填写议定金额和理由', 'Give the amount and the reason with the review'),
  ],
  CLAIM_TYPED: [
    422,
    text('金额由规则计算，不能填写', 'The rule decides the amount; it cannot be typed'),
    text('请去掉金额；只有一事一议可以议定', 'Leave the amount out; only individual decisions have one'),
  ],
  CLAIM_NOTHING: [
    409,
    text('同类政策已兑现，差额为零', 'What was granted already leaves nothing to pay'),
    text(
      '请不予兑现，并说明就高不重复或年度上限',
      'Refuse it, naming the rule of the group or the cap of the year',
    ),
  ],
  CLAIM_ACCOUNT: [
    422,
    text('没有收款账户', 'There is no account to pay to'),
    text('请企业先填写并确认收款账户', 'The enterprise gives and confirms its account first'),
  ],
  CLAIM_MATERIALS: [
    422,
    text('申报材料没有交齐', 'Evidence is missing'),
    text('请上传所列材料', 'Attach what is listed'),
  ],
  CLAIM_WINDOW: [
    409,
    text('不在受理期内', 'Claims are not taken on this day'),
    text('请在受理期内申报', 'Claim within the window'),
  ],
  CLAIM_EVENT: [
    422,
    text('没有事项日期，或日期在申报日之后', 'The day of the event is missing, or after the claim'),
    text('请填写事项（认定、投资等）发生的日期', 'Give the day on which it happened'),
  ],
  CLAIM_EVENT_LATE: [
    409,
    text('超过了事项后的申报期限', 'Too long after the event'),
    text('请核对事项日期；确已逾期的不能申报', 'Check the day; what is past its months cannot be claimed'),
  ],
  CLAIM_PERIOD: [
    422,
    text('不能按这个年度或事项申报', 'Nothing is claimed for this year or event'),
    text('请核对年度和事项', 'Check the year and the event'),
  ],
  CLAIM_APPLIED: [
    409,
    text('这项政策须由企业申报', 'Enterprises apply for this granule themselves'),
    text('只有免申即享的政策可以推送', 'Only what needs no application is proposed'),
  ],
  CLAIM_OPEN_GRANULE: [
    409,
    text('这项政策现在不受理', 'This granule is not open'),
    text('请在政策清单中查看现行的政策', 'Look for the one in force'),
  ],
  ALREADY_CLAIMED: [
    409,
    text('这一年度或事项已经申报过', 'This was claimed already for the same year or event'),
    text('请打开已有的申报查看进度', 'Open the claim that is there'),
  ],
  POT_NONE: [
    409,
    text('这项政策没有指定资金池', 'No pot pays this granule'),
    text('请主管单位先指定资金池', 'Its office names a pot first'),
  ],
  POT_EMPTY: [
    409,
    text('资金池余额不足', 'The pot has too little left'),
    text('请追加预算，或列入下一年度', 'Add to the budget, or take it into the next year'),
  ],
  NOTICE_OPEN: [
    409,
    text('公示期未满', 'The notice has not ended'),
    text('请在公示期满后办理', 'Wait until its last day is over'),
  ],
  NOTICE_OVER: [
    409,
    text('公示期已过', 'The notice has ended'),
    text('请向主管单位书面反映', 'Write to the office in charge'),
  ],
  NOTICE_OBJECTION: [
    409,
    text('还有异议没有答复', 'Objections are unanswered'),
    text('请先答复全部异议', 'Answer all of them first'),
  ],
  BATCH_EMPTY: [
    409,
    text('没有可以拨付的申报', 'Nothing is there to be paid'),
    text('请等公示期满', 'Wait for a notice to end'),
  ],
  BATCH_STEP: [
    409,
    text('这个批次不能办理这一步', 'This step is not open to the batch'),
    text('请刷新后查看当前状态', 'Reload and look at its present state'),
  ],
  BATCH_UNEQUAL: [
    409,
    text('对账不平', 'Orders and answers differ'),
    text('请逐行核对差异', 'Look at each line that differs'),
  ],
  BANK_FILE: [
    422,
    text('银行回执文件读不出', 'The bank’s answer cannot be read'),
    text('请核对文件的表头和内容', 'Check its heads and lines'),
  ],
  BANK_LETTER: [
    422,
    text(
      '付款文件中有银行编码写不出的字',
      'The payment file holds a character that the bank’s encoding cannot write',
    ),
    text('请改用 UTF-8，或更正户名', 'Use UTF-8, or correct the name'),
  ],
  CLAWBACK_AMOUNT: [
    422,
    text('追回金额不成立', 'The amount to recover does not hold'),
    text('请填写大于零且不超过已付金额的数', 'Give one above zero and not above what was paid'),
  ],
} as const satisfies Record<string, readonly [status: number, says: Text, remedy: Text]>

export type RedemptionErrorCode = keyof typeof ERRORS

export function redemptionError(
  code: RedemptionErrorCode,
  at: {
    readonly place?: string
    readonly value?: unknown
    readonly details?: object
    /** Beside what the code says: `还剩 1000.00 元`. */
    readonly more?: Text
    readonly cause?: unknown
  } = {},
): GaoxinError {
  const [status, says, remedy] = ERRORS[code]
  const { more, ...rest } = at
  const full = more ? text(`${says.zh}：${more.zh}`, `${says.en}: ${more.en}`) : says
  return new GaoxinError(code, full, remedy, { ...rest, status })
}
