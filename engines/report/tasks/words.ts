/**
 * The words of plans: what an office can be told to do, and what may stand before it.
 *
 * Collected from the government work reports of provinces, cities and zones; a verb belongs here when a
 * supervision office could ask "has it been done?". Attitudes (坚持, 牢记, 贯彻) are not tasks.
 */

const list = (words: string): readonly string[] => words.trim().split(/\s+/)

/** Verbs that begin a task. */
export const VERBS = list(`
推进 推动 促进 建设 打造 实施 开展 完善 健全 优化 加强 强化 深化 加大 加快 提升 提高 扩大 培育 发展 支持 建立 构建
落实 完成 建成 启动 制定 出台 编制 修订 探索 谋划 争取 引进 引育 招引 招募 培养 选任 选派 举办 组织 办好 办成 抓好 抓实 抓紧
做好 做强 做优 做大 做实 做精 保障 改善 改造 改扩建 扩建 新建 续建 开工 新开工 竣工 投用 投产 上线 运行 运营 转化 整合 盘活
消化 供应 出让 收储 征收 拆除 拆迁 整治 治理 修复 保护 监测 监管 排查 化解 破解 解决 防范 防控 遏制 打击 惩治 守牢 筑牢
压实 夯实 巩固 拓展 延伸 拓宽 畅通 打通 疏通 贯通 联动 承接 承办 对接 融入 参与 服务 服务保障 帮扶 扶持 救助 关爱 兜牢 兜住 稳定 稳住
增加 新增 增强 增进 激发 释放 激活 壮大 引导 鼓励 吸引 集聚 聚集 布局 前瞻布局 规划 绘制 搭建 设立 成立 组建 创建 创新 争创 申报 申建
认定 评选 遴选 推广 推行 推出 推介 普及 宣传 营造 弘扬 传承 挖掘 擦亮 丰富 繁荣 讲好 用好 用足 管好 管住 建好 护好 运营好 育强 育优
规范 清理 精简 压减 削减 减少 降低 控制 严控 严禁 淘汰 化解 清退 关停 取消 放开 放宽 下放 赋予 统筹 协调 调整 衔接 统一
发挥 提供 实现 确保 力争 保持 达到 突破 攻克 攻坚 研发 研制 试点 试行 示范 开发 再开发 利用 开放 开通 开辟 投放 配置 配备 安排 发行 筹措 筹集
投入 补齐 补强 补助 补充 延长 延续 扩容 扩面 提质 提级 升级 更新 迭代 升格 转型 数字化 集成 汇聚 互通 共享 共建 联合 合作 深耕 深挖
落地 落户 签约 促成 促使 带动 引领 辐射 赋能 助力 助推 护航 纾解 缓解 减轻 减免 兑现 发放 归集 清偿 偿还 处置 追缴
办理 受理 审批 核查 审计 督查 督导 考核 评估 评价 问责 查处 纠治 整改 开创 形成 建强 配强 选拔 培训 教育 引才 育才 吸纳 安置 就业
倡导 创作 创设 创办 新设 新布局 加密 加固 加力 加速 加紧 攀登 抢抓 抢占 锻造 塑造 重塑 再造 擘画 描绘 谱写 开启 迈向
扎牢 织密 织牢 扛牢 严守 坚守 遵守 执行 严格执行 依法打击 反对 整顿 纠正 杜绝 减轻 减负 简化 压缩 缩短 提速 提标 提档 提增 提振
扩投资 促消费 稳外贸 稳外资 稳就业 挖潜 挖掘 招商 引资 出海 走出去 通车 通航 首飞 贯彻落实 维护 健全完善 调动 凝聚 团结 增设 增配 增建
`)

/** Verbs that are as often nouns: they begin a task, but 加快招商入驻 is 加快 (what?) 招商入驻. */
export const NOUN_LIKE = list(`
招商 引资 引才 育才 就业 教育 培训 运营 转型 数字化 升级 创新 合作 联合 考核 评估 评价 试点 示范 服务保障 服务 规划 审批 监管 监测 投产 落地 发展 出口 消费
`)

/** Verbs of a target: what grows stands before them (地区生产总值增长5.5%左右). */
export const TARGET_VERBS = list(
  '增长 提高 提升 达到 保持 控制 稳定 突破 超过 降低 下降 减少 增加 实现 完成 新增 达',
)

/** What may stand before a verb without changing what is to be done. Longest first at use. */
export const ADVERBS = list(`
要 将 须 应 还 也 再 更 均 都 并 且 以及 同时 此外 另外 重点 着力 大力 全力 奋力 全面 深入 深度 扎实 持续 继续 不断 进一步 积极 加快 加速 加紧 加力 稳步 稳妥 有序 有效 有力 稳慎 高标准 高质量 高水平 高效率 高质效 高起点 高效 统筹 系统 一体 一体化 协同 纵深 合力 广泛 严格 从严 从快 科学 精准 主动 率先 坚决 坚持
切实 认真 努力 力争 争取 确保 更好 更加 更大力度 加大力度 大规模 因地制宜 分类 分级 分步 分批 分期 常态化 常态 依法 依规 及时 按时 如期 提前 同步 逐步 适时 适度 超前 前瞻 集中
滚动 联合 共同 携手 优先 重点 优质 探索 鼓励 引导 鼓励和引导 尽快 尽早 最大限度 最大力度 充分 牢牢 聚力 倾力 倾情 用心 用情 精心 细化 强力 大幅 合理 妥善
全方位 全过程 全链条 全周期 全域 多渠道 多措并举 多方式 千方百计 想方设法 下大力气 一以贯之 坚定不移 坚持不懈 持之以恒 驰而不息 久久为功 扎扎实实 从速 跟进 跟踪 动态 定期 按期 接续 梯次 靶向 智能化 市场化 法治化
`)

/**
 * Words that open a phrase which has its verb after it: 为人才提供…, 把A建成B, 在…上取得…. Those that only set a
 * scene (围绕, 聚焦, 按照, 依托 …) hold no deed of their own.
 */
export const PREPOSITIONS = list('为 与 对 把 将 在 由 向 从 给 让 使 通过 支持 推动 用好')

/** A stance, not a task: it can be held but not finished. */
export const STANCES = list(
  '坚持 牢记 秉持 锚定 坚信 认真贯彻 学习贯彻 深入贯彻 全面贯彻 贯彻 拥护 忠实 遵循 恪守 始终 树立 胸怀 不忘 紧密团结 感谢 请 相信 必须 做到 肩负 心系',
)
