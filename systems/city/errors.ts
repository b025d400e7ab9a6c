import { GaoxinError } from '../../kernel/errors.ts'
import { type Text, text } from '../../kernel/text.ts'

/** Every error of the city's cases: its HTTP status, what is wrong, and what to do. */
const ERRORS = {
  CITY_CLASS: [
    422,
    text(
      '没有写明部件或事件类别，或类别不是小类',
      'No class of component or event is given, or it is no leaf',
    ),
    text('请选择一个小类', 'Choose a class at the end of the tree'),
  ],
  CITY_GRID: [
    422,
    text('位置不在任何单元网格内', 'The place lies in no grid cell'),
    text('请在地图上重新定位，或补录单元网格', 'Place it again on the map, or enter the cell'),
  ],
  CITY_PLACE: [422, text('没有位置', 'There is no place'), text('请在地图上定位', 'Place it on the map')],
  CITY_PHOTO: [
    422,
    text('没有照片', 'There is no photo'),
    text('请上传现场照片后再提交', 'Attach a photo of the place, then submit'),
  ],
  CITY_PHOTO_NONE: [
    404,
    text('没有这张照片', 'There is no such photo'),
    text('请刷新查询页', 'Look the report up again'),
  ],
  CITY_PHOTO_NOTES: [
    422,
    text(
      '照片里还有相机写入的时间、位置等信息',
      'The camera’s notes of time and place are still in this photo',
    ),
    text(
      '请用手机页面重新上传，或另存为不含这些信息的图片',
      'Send it by the page for phones, or save it without them',
    ),
  ],
  CITY_PHOTOS: [
    409,
    text('不能再添加照片', 'No more photos can be added'),
    text(
      '已结案的请重新上报；办理中的最多 6 张',
      'Report it anew if it is closed; one under way takes 6 at most',
    ),
  ],
  CITY_PICTURE: [
    422,
    text('不是照片', 'This is no picture'),
    text('请上传 JPG、PNG 等图片', 'Attach a picture, such as JPG or PNG'),
  ],
  CITY_ROLE: [
    403,
    text('您的岗位不能办理此事', 'Your post may not do this'),
    text('请由城市管理单位办理', 'Let the office of city management'),
  ],
  CITY_MOVED: [
    409,
    text(
      '这件已由他人先办，您的办理没有生效',
      'Somebody else was quicker with this one; yours has not counted',
    ),
    text('请继续办理下一件', 'Go on with the next one'),
  ],
  CITY_REASON: [422, text('没有写明理由', 'No reason is given'), text('请写明理由', 'Give the reason')],
  CITY_ANSWER: [
    422,
    text('没有写明办理结果', 'What came of this step is not said'),
    text('请选择办理结果', 'Choose one of the outcomes'),
  ],
  CITY_OFFICE: [
    422,
    text('没有这个责任单位', 'There is no such office'),
    text('请选择机构名册中的单位', 'Choose one of the register of offices'),
  ],
  CITY_RETURNS: [
    409,
    text(
      '已回退两次，由指挥中心裁定，不能再回退',
      'It was returned twice; the command centre decided, and it stays',
    ),
    text('请处置，或申请延期、挂账', 'Handle it, or ask for an extension'),
  ],
  CITY_RETURN_LATE: [
    409,
    text('已过回退时限', 'The time for returning it is over'),
    text('请处置，或申请延期、挂账', 'Handle it, or ask for an extension'),
  ],
  CITY_MERGE: [
    409,
    text('不能并案', 'These cannot be merged'),
    text('请选择一件办理中的上报作为主件', 'Choose another report, which is under way, to merge into'),
  ],
  CITY_NOT_CLOSED: [
    409,
    text('尚未结案，或已过反映期限', 'It is not closed, or the time for this is over'),
    text('未结案的请等待办理；过期的请重新上报', 'Wait until it is closed; after the time, report it anew'),
  ],
  CITY_TOKEN: [
    404,
    text('编号或查询码不对', 'Number or code is not right'),
    text('请核对上报时得到的编号和查询码', 'Check both as they were given with the report'),
  ],
  CITY_REPORT: [
    404,
    text('没有这件上报', 'There is no such report'),
    text('请从列表进入', 'Choose it from the list'),
  ],
  CITY_PERIOD: [
    422,
    text('起止日期不对', 'The period is not right'),
    text('请填写先后两个日期，相距不超过 400 天', 'Give two days in order, at most 400 days apart'),
  ],
} as const satisfies Record<string, readonly [status: number, says: Text, remedy: Text]>

export type CityErrorCode = keyof typeof ERRORS

export function cityError(
  code: CityErrorCode,
  at: { readonly place?: string; readonly value?: unknown; readonly details?: object } = {},
): GaoxinError {
  const [status, says, remedy] = ERRORS[code]
  return new GaoxinError(code, says, remedy, { ...at, status })
}
