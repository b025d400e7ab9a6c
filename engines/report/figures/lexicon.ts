/**
 * The words of work reports that decide what a number says. Data only; each list says what it is for.
 * Longer words stand before the shorter ones they contain.
 */

const list = (words: string): readonly string[] =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
const either = (words: readonly string[]): string => words.join('|')

/** Rising, with the number as the rise. */
export const RISING = list(
  '增长 增加 净增 净增长 净增加 微增 上涨 微涨 上升 提高 提升 回升 增 升 扩大 攀升 跃升 多增 增收 增产 加快 拓展 延长 调高 上调 上浮 提前 翻',
)
/** Falling, with the number as the fall: the value is negative. */
export const FALLING = list(
  '下降 减少 降低 回落 下跌 微降 缩短 压缩 压减 收窄 放缓 缩小 减 降 下滑 净减少 减排 下调 核减 精简 压降 减产 萎缩 削减 少增 下浮 调减',
)
/** What may stand before a number as a qualifier inside the figure, and how it bounds the number. */
export const LEADING_BOUNDS = {
  约: 'about',
  大约: 'about',
  大概: 'about',
  近: 'near',
  将近: 'near',
  接近: 'near',
  超过: 'over',
  超出: 'over',
  超: 'over',
  逾: 'over',
  突破: 'over',
  破: 'over',
  过: 'over',
  高于: 'over',
  大于: 'over',
  多于: 'over',
  不低于: 'atLeast',
  不少于: 'atLeast',
  不小于: 'atLeast',
  至少: 'atLeast',
  不超过: 'atMost',
  不高于: 'atMost',
  不多于: 'atMost',
  低于: 'under',
  小于: 'under',
  少于: 'under',
  不足: 'under',
  不到: 'under',
} as const

export const TRAILING_BOUNDS = {
  以上: 'atLeast',
  以下: 'under',
  以内: 'atMost',
  之内: 'atMost',
  左右: 'about',
  上下: 'about',
  余: 'over',
  多: 'over',
} as const

/** Areas and groups against which places and gaps are measured. */
export const SCOPES = list(
  '全国 全省 全市 全区 全县 全球 世界 全世界 全州 全旗 全盟 自治区 国内 省内 市内 区内 全国城市 全省城市 同类城市 副省级城市 计划单列市 东部 中部 西部 西北 西南 东北 华东 华南 华北 华中 长三角 珠三角 京津冀 国际 亚洲 亚太 中西部 东部地区 同期 上年 去年 全省平均 全国平均',
)

/** Verbs of standing in a ranking; kept in the figure's words. */
export const RANK_VERBS = list('位居 位列 居 列 排名 名列 排 位 排在 排位 列居 排列')

/** A gap to another area. */
export const ABOVE = list('高于 快于 高出 超出 超过 领先 优于 好于 多于 大于')
export const BELOW = list('低于 慢于 少于 落后于 落后 小于')

/**
 * Words between an indicator and its number that belong to neither: 达, 为, 同比, 提高到.
 * Stripped from the end of what stands before the number.
 */
export const LINKS = list(
  `达到 达 达成 为 是 有 共 共计 合计 总计 约 实现 累计 分别 均 都 已 也 仅 首次 再次 一举 接连 连续 成功 稳定在 保持在
  控制在 维持在 稳定 保持 提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 上升到 上升至 扩大到 扩大至 发展到
  下降到 下降至 降至 降到 降低到 降低至 减少到 减少至 回落到 回落至 缩小到 缩小至 收窄至 收窄到 缩短到 缩短至 压缩到
  压缩至 压减到 压减至 跃升到 跃升至 跃升 攀升至 攀升到 升至 升到 增至 增到 减至 减到 提至 提到 恢复到 恢复至 拓展到
  拓展至 迈上 跨上 站上 跃上 登上 越过 跨过 跨越 突破 超过 超 逾 近 由 从 到 至 同比 环比 比上年 较上年 比上年同期 较上年同期
  比去年 较去年 同比实际 年均 平均 每年 年 实际 名义 分别为 共有 共有 现有 拥有 已有 就 继续 持续 进一步 全部 总体
  大幅 快速 稳步 力争 确保 预计 预期 计划 完成 其中 又 还 将 要 并 再 了 的 在 比 较 另 可 占 微 净 转为 变为 扭转为
  调整为 调整到 优化为 优化到 稳居 跃居 升居 高居 稳 跃 升 回升至 回升到 反弹至 提速至 放缓至 加快至 下探至 进位至 进位到 前移至 依次 依次为 长期 常年 基本 首 左右 高达
  多达 只有 不断 跃至 增长 下降 全年 全面 需 努力 争取 年度 扩容至 扩容到 扩展到 扩展至 增强到 大幅提升 稳步提升 上浮至`,
)

/** Openings that set time or manner and are no part of the indicator. */
export const OPENINGS = list(
  `其中 全年 上半年 下半年 今年 去年 明年 目前 累计 预计 初步统计 截至目前 年内 年末 年底 同时 并 并且 此外 另外 而且 实现 完成
  确保 力争 努力 和 与 及 以及 或 但 但是 已 共 又 还 再 将 要 特别是 尤其是 一季度 二季度 三季度 四季度 前三季度 五年来 一年来 三年来
  过去五年 过去一年 五年 一年 全省 平均 包括 即 当年 本年 年均 到 每年 连续 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是
  首先 共计 合计 总计 大幅 使 把 将 让 有 其 达到 达 据统计 近年来 过去 继续 稳步 持续 推动 带动 促进 保持`,
)

/** Heads that say only which aspect of what was named before: 数量居首, 占比55%, 增速第三. */
export const ASPECT_HEADS = list(
  `数量 占比 增速 总数 规模 总量 增幅 涨幅 总额 比重 比例 数 降幅 年均增速 总规模 总里程 总投资 人数 排名 总产值 占
  当月增速 当季增速 均价 单价 面积 长度 总面积 获奖数 签约率 覆盖率 完成率 利用率 达标率 使用率 普及率 回升幅度 支持经费 税收 劳务收入 库容 金额`,
)

/** The heads by which a list of subjects shares its last words: 蔬菜、水果、渔业|产量. */
export const SHARED_HEADS = list(
  `产量 产值 增加值 总产值 人均可支配收入 居民人均可支配收入 常住居民人均可支配收入 可支配收入 收入 投资 签约率 占比 比重 占 比例
  覆盖率 吞吐量 周转量 销售额 零售额 出口 进口 进出口 贷款余额 存款余额 余额 用电量 利润 营业收入 营收 经济总量 数量 增速 增幅 面积
  总量 标准 补助标准 最低标准 保有量 发病率 入学率 入园率 合格率 优良率 优良比例 达标率 利用率 回收率 使用率 普及率 价格 科技型中小企业
  企业 地区生产总值 生产总值 税收 合同额 成交额 交易额 里程 装机 装机容量 发电量 运量 客运量 货运量 产能 浓度 排放量 满意度 满意率`,
)

/** Verbs after which what follows a counted thing is no longer its name: 8家实验室|落户河北. */
export const VERBS_AFTER = list(
  `落户 通过 获得 获评 获批 荣获 获(?!奖) 入选 入围 建成 投入 投用 投产 开工 竣工 荣登 上榜 被 均 全部 实现 纳入 居(?!民|住|家) 占(?!地) 增长 同比 加快
  达到 成为 启动 正式 顺利 成功 相继 陆续 累计 为(?!民|主) 进入 取得 列入 加入 已 分别 圆满 深入 全面 挂牌 投运 通车 贯通 启用 向(?!阳)
  参加 提前 持续 由 从(?!业) 在(?!线|建|校|岗|职|地) 以(?!上|下|内|色) 让 将 接入 入驻 入库 带动 惠及 受益 得到 脱贫 摘帽 出列
  办结 销号 亮相 联网 初步 率先 叫好 基本建成 上线 建立 完成 迁入 撤销 推动 促进 助力 有效 有力 有序 稳步`,
)

/** Words that, right after the measure word, show that no name follows: 1832户|增加到. */
export const NO_NAME = list(
  `和 与 及 以及 并 为 有 用于 又 也 都 再 仅 左右 以上 同期 增加 提高 下降 减少 上升 降低 提升 增至 降至 升至 减至 扩大 缩小 缩短 压缩 调整 收窄 上调
  下调 跃升 攀升 扩展 跃居 翻 转为 变为 的 是 至 到 达 获 供 经 总 比 较 持续 累计 覆盖`,
)

/** Plan-making verbs: the things that they count are parts of a plan, not promises of it. */
export const OUTLINE_VERBS = /(?:提出|设置|部署|明确|确定|安排|设立了|形成)[^，。；]{0,12}$/

export const RISING_SOURCE = either(RISING)
export const FALLING_SOURCE = either(FALLING)
export const LEADING_SOURCE = either(list(Object.keys(LEADING_BOUNDS).join(' ')))
export const TRAILING_SOURCE = either(['以上', '以下', '以内', '之内', '左右', '上下'])
export const SCOPE_SOURCE = either(SCOPES)
export const RANK_VERB_SOURCE = either(RANK_VERBS)
export const ABOVE_SOURCE = either(ABOVE)
export const BELOW_SOURCE = either(BELOW)
