// Written by npm run client from the declarations; do not edit.
export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录 · Who has signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Who has signed in */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            zone: {
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                demonstration: boolean;
                                /** @description Milliseconds by which the clock of the zone is ahead of the clock outside: 0 but in a demonstration */
                                ahead: number;
                            };
                            /** @description The name of the identity provider, where one is set up */
                            provider: string | null;
                            person: {
                                login: string;
                                display: string;
                                kind: string;
                                enterprise: string | null;
                                /** @enum {string} */
                                by: "password" | "oidc";
                                mustChange: boolean;
                                acting: {
                                    id: string;
                                    name: string;
                                    role: string;
                                    office: string;
                                    grid?: string;
                                };
                                /** @description The post by which the person acts */
                                post: string | null;
                                posts: {
                                    id: string;
                                    office: string;
                                    role: string;
                                    grid: string | null;
                                    from: string;
                                    to: string | null;
                                    /** @description The name of the person whose post it is, where it was lent */
                                    lentBy: string | null;
                                }[];
                                rule: {
                                    length: number;
                                    classes: number;
                                    days: number;
                                    remembered: number;
                                };
                                totp: boolean;
                                recoveryCodesLeft: number;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 角色、账号类别与状态、事件的名称 · Names of roles, kinds and states of accounts, and events */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Names of roles, kinds and states of accounts, and events */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            roles: {
                                [key: string]: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            postRoles: {
                                [key: string]: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            kinds: {
                                [key: string]: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            states: {
                                [key: string]: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            events: {
                                [key: string]: {
                                    zh: string;
                                    en: string;
                                };
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登录 · Sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        password: string;
                        code?: string;
                    };
                };
            };
            responses: {
                /** @description Sign in */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出 · Sign out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Sign out */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改密码 · Change the password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        next: string;
                    };
                };
            };
            responses: {
                /** @description Change the password */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 选择办理岗位 · Choose the post to act by */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        post: string;
                    };
                };
            };
            responses: {
                /** @description Choose the post to act by */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本人的登录会话 · Own open sessions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Own open sessions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            created_at: string;
                            seen_at: string;
                            address: string;
                            agent: string;
                            /** @description The session that asks */
                            isThis: boolean;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sessions/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销一个登录会话 · Revoke one session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoke one session */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sessions/revoke-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销其他登录会话 · Revoke all other sessions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoke all other sessions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revoked: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始绑定动态码 · Begin TOTP enrolment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                    };
                };
            };
            responses: {
                /** @description Begin TOTP enrolment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                            secret: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认动态码 · Confirm TOTP by its first code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Confirm TOTP by its first code */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once */
                            recoveryCodes: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除动态码 · Remove TOTP */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Remove TOTP */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更换恢复码 · New recovery codes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description New recovery codes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once */
                            recoveryCodes: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号列表 · List of accounts */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    kind?: "officer" | "enterprise" | "resident";
                    state?: "active" | "locked" | "closed";
                    offset?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description List of accounts */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            rows: {
                                id: string;
                                login: string;
                                display: string;
                                /** @enum {string} */
                                kind: "officer" | "enterprise" | "resident";
                                enterprise: string | null;
                                /** @enum {string} */
                                state: "active" | "locked" | "closed";
                                created: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 开户 · Open an account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        login: string;
                        display: string;
                        /** @enum {string} */
                        kind: "officer" | "enterprise" | "resident";
                        enterprise?: string;
                    };
                };
            };
            responses: {
                /** @description Open an account */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once; to be changed at the next sign-in */
                            password: string;
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个账号 · One account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One account */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            login: string;
                            display: string;
                            /** @enum {string} */
                            kind: "officer" | "enterprise" | "resident";
                            enterprise: string | null;
                            /** @enum {string} */
                            state: "active" | "locked" | "closed";
                            created: string;
                            isOneself: boolean;
                            totp: boolean;
                            /** @description For a while, after failed sign-ins */
                            locked: boolean;
                            sessions: number;
                            posts: {
                                id: string;
                                office: string;
                                role: string;
                                grid: string | null;
                                from: string;
                                to: string | null;
                                delegated_by: string | null;
                                account: string;
                                display: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用、启用或注销账号 · Disable, enable or close an account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "active" | "locked" | "closed";
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Disable, enable or close an account */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重置密码 · Set a one-time password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Set a one-time password */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once; to be changed at the next sign-in */
                            password: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除临时锁定 · Lift the lock after failed sign-ins */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Lift the lock after failed sign-ins */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{id}/revoke-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销全部登录会话 · Revoke all sessions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoke all sessions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revoked: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{id}/reset-totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除动态码 · Take off TOTP */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Take off TOTP */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/accounts/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任命岗位 · Give a post */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        office: string;
                        /** @enum {string} */
                        role: "officer" | "supervisor" | "leader" | "statistician" | "system" | "security" | "audit" | "gridWorker";
                        /** @description The code of the grid that the post looks after */
                        grid?: string | null;
                        /** Format: date */
                        from: string;
                        to?: string | null;
                    };
                };
            };
            responses: {
                /** @description Give a post */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/posts/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束岗位 · End a post */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        until: string;
                    };
                };
            };
            responses: {
                /** @description End a post */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/posts/{id}/grid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整岗位网格 · Change the grid of a post */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The code of the grid that the post looks after */
                        grid?: string | null;
                    };
                };
            };
            responses: {
                /** @description Change the grid of a post */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/posts/{id}/lend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 岗位交人代理 · Lend a post */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        until: string;
                    };
                };
            };
            responses: {
                /** @description Lend a post */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登录与权限日志 · Log of sign-ins and rights */
        get: {
            parameters: {
                query?: {
                    /** @description Id or login name of the account */
                    account?: string;
                    kind?: "account-created" | "account-active" | "account-locked" | "account-closed" | "signed-in" | "signed-out" | "code-asked" | "sign-in-failed" | "sign-in-refused" | "locked-out" | "lock-lifted" | "session-revoked" | "password-changed" | "password-reset" | "proof-failed" | "totp-started" | "totp-enrolled" | "totp-removed" | "recovery-used" | "recovery-renewed" | "post-given" | "post-ended" | "post-lent" | "post-grid" | "post-chosen" | "setting-changed";
                    /** @description The seq of the last line of the page before */
                    before?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Log of sign-ins and rights */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            seq: number;
                            at: string;
                            /** @enum {string} */
                            kind: "account-created" | "account-active" | "account-locked" | "account-closed" | "signed-in" | "signed-out" | "code-asked" | "sign-in-failed" | "sign-in-refused" | "locked-out" | "lock-lifted" | "session-revoked" | "password-changed" | "password-reset" | "proof-failed" | "totp-started" | "totp-enrolled" | "totp-removed" | "recovery-used" | "recovery-renewed" | "post-given" | "post-ended" | "post-lent" | "post-grid" | "post-chosen" | "setting-changed";
                            account: string | null;
                            /** @description Who did it, where it was not the person */
                            actor: string | null;
                            address: string;
                            session: string | null;
                            why: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 系统设置 · Settings of the zone */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Settings of the zone */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            about: {
                                zh: string;
                                en: string;
                            };
                            long: boolean;
                            /** @description What holds where the zone says nothing */
                            usual: string;
                            /** @description What the zone says */
                            value: string | null;
                            /** @description What is wrong with what the zone says */
                            problem: {
                                zh: string;
                                en: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** 修改一项设置 · Change a setting */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        key: string;
                        /** @description null or empty: as usual */
                        value: string | null;
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Change a setting */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/{system}/{record}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导入模板 · Template for an import */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                    language?: "zh" | "en";
                };
                header?: never;
                path: {
                    system: string;
                    record: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Template for an import */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/{system}/{record}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出列表 · Export a list */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                    language?: "zh" | "en";
                    /** @description Columns by id, with commas between; all without it */
                    columns?: string;
                    sort?: string;
                    q?: string;
                    /** @description Rows that hold on this day */
                    asOf?: string;
                    /** @description As it was known at the end of this day */
                    knownOn?: string;
                };
                header?: never;
                path: {
                    system: string;
                    record: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Export a list */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/flow/cases/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出办件台账 · Export the ledger of cases */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                    language?: "zh" | "en";
                    /** @description Part of the title */
                    q?: string;
                    process?: string;
                    state?: "running" | "completed" | "terminated";
                    /** @description That has or had a task of it */
                    office?: string;
                    /** @description Past a limit; of one that has ended: a step was done too late */
                    late?: "yes" | "no";
                    /** @description Begun on this day or later */
                    from?: string;
                    /** @description Begun on this day or before */
                    to?: string;
                    /** @description With `row`: about this row */
                    record?: string;
                    row?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Export the ledger of cases */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/series/readings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出一个序列的读数 · Export the readings of a series */
        get: {
            parameters: {
                query: {
                    format?: "xlsx" | "csv";
                    language?: "zh" | "en";
                    /** @description Id of the device */
                    device: string;
                    quantity: string;
                    from: string;
                    /** @description Not included */
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Export the readings of a series */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可导入的文件有多大 · How large a file may be */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How large a file may be */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Of a file as it is sent; there is no limit of rows beside it */
                            megabytes: number;
                            /** @description Of one person at a time; a further one replaces the oldest */
                            files: number;
                            /** @description After which a file that is not worked on is removed */
                            minutes: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我正在导入的文件 · Files that I am importing */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Files that I am importing */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            record: string;
                            file: {
                                name: string;
                                size: number;
                                /** @description SM3 */
                                hash: string;
                            };
                            /**
                             * @description brought: to be matched; interrupted: the program ended, nothing was written; undone, partly: taken back
                             * @enum {string}
                             */
                            state: "brought" | "checking" | "checked" | "writing" | "done" | "undone" | "partly" | "refused" | "cancelled" | "failed" | "interrupted";
                            /** @description What was said of it when it was last checked */
                            said: {
                                /** @description Header → the record's column by id; null leaves it out */
                                chosen: {
                                    [key: string]: string | null;
                                };
                                /** @description What all rows of a sheet (of a drawing: a layer) have beside what it says, by the column; `{句柄}` is what a row has under that header; null leaves the sheet out */
                                filled?: {
                                    [key: string]: {
                                        [key: string]: string;
                                    } | null;
                                };
                                /** @description How far from the ends of drawn lines their nodes may lie, m */
                                within?: number;
                                /**
                                 * @description What the coordinates of the file count: degrees of a datum, or CGCS2000 metres by middle meridian (`gk120`)
                                 * @enum {string}
                                 */
                                coordinates?: "wgs84" | "gcj02" | "bd09" | "gk75" | "gk78" | "gk81" | "gk84" | "gk87" | "gk90" | "gk93" | "gk96" | "gk99" | "gk102" | "gk105" | "gk108" | "gk111" | "gk114" | "gk117" | "gk120" | "gk123" | "gk126" | "gk129" | "gk132" | "gk135";
                            } | null;
                            sheets: {
                                sheet: string;
                                header: number;
                                columns: {
                                    header: string;
                                    /** @description The record's column by id */
                                    column: string | null;
                                    /** @description How sure the match is */
                                    sureness: ("chosen" | "same" | "near") | null;
                                    /** @description A column that the person may not import */
                                    refused: boolean;
                                    /** @description A column that the store keeps by itself */
                                    kept: boolean;
                                    /** @description First values; of personal columns only that there are some */
                                    sample: string[];
                                }[];
                            }[];
                            progress: {
                                step: {
                                    zh: string;
                                    en: string;
                                };
                                done: number;
                                total: number;
                            } | null;
                            counts: {
                                total: number;
                                new: number;
                                changed: number;
                                unchanged: number;
                                badRows: number;
                                /** @description Good rows that refer to rows which this file brings */
                                linked?: number;
                                /** @description Good rows whose nodes were found at the ends of their lines */
                                joined?: number;
                            } | null;
                            badCells: number;
                            /** @description There are more bad cells than are listed */
                            more: boolean;
                            /** @description Sheets in which nothing was found to read */
                            skipped: string[];
                            problem: {
                                code: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                                remedy: {
                                    zh: string;
                                    en: string;
                                };
                                status: number;
                                place?: string;
                                value?: string | number;
                            } | null;
                            written: {
                                /** @description What the rows bear as recorded_at */
                                at: string | null;
                                why: string;
                            } | null;
                            /** @description The file is still here: it can be worked on, and given back marked */
                            held: boolean;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次导入到了哪一步 · How far an import is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How far an import is */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            record: string;
                            file: {
                                name: string;
                                size: number;
                                /** @description SM3 */
                                hash: string;
                            };
                            /**
                             * @description brought: to be matched; interrupted: the program ended, nothing was written; undone, partly: taken back
                             * @enum {string}
                             */
                            state: "brought" | "checking" | "checked" | "writing" | "done" | "undone" | "partly" | "refused" | "cancelled" | "failed" | "interrupted";
                            /** @description What was said of it when it was last checked */
                            said: {
                                /** @description Header → the record's column by id; null leaves it out */
                                chosen: {
                                    [key: string]: string | null;
                                };
                                /** @description What all rows of a sheet (of a drawing: a layer) have beside what it says, by the column; `{句柄}` is what a row has under that header; null leaves the sheet out */
                                filled?: {
                                    [key: string]: {
                                        [key: string]: string;
                                    } | null;
                                };
                                /** @description How far from the ends of drawn lines their nodes may lie, m */
                                within?: number;
                                /**
                                 * @description What the coordinates of the file count: degrees of a datum, or CGCS2000 metres by middle meridian (`gk120`)
                                 * @enum {string}
                                 */
                                coordinates?: "wgs84" | "gcj02" | "bd09" | "gk75" | "gk78" | "gk81" | "gk84" | "gk87" | "gk90" | "gk93" | "gk96" | "gk99" | "gk102" | "gk105" | "gk108" | "gk111" | "gk114" | "gk117" | "gk120" | "gk123" | "gk126" | "gk129" | "gk132" | "gk135";
                            } | null;
                            sheets: {
                                sheet: string;
                                header: number;
                                columns: {
                                    header: string;
                                    /** @description The record's column by id */
                                    column: string | null;
                                    /** @description How sure the match is */
                                    sureness: ("chosen" | "same" | "near") | null;
                                    /** @description A column that the person may not import */
                                    refused: boolean;
                                    /** @description A column that the store keeps by itself */
                                    kept: boolean;
                                    /** @description First values; of personal columns only that there are some */
                                    sample: string[];
                                }[];
                            }[];
                            progress: {
                                step: {
                                    zh: string;
                                    en: string;
                                };
                                done: number;
                                total: number;
                            } | null;
                            counts: {
                                total: number;
                                new: number;
                                changed: number;
                                unchanged: number;
                                badRows: number;
                                /** @description Good rows that refer to rows which this file brings */
                                linked?: number;
                                /** @description Good rows whose nodes were found at the ends of their lines */
                                joined?: number;
                            } | null;
                            badCells: number;
                            /** @description There are more bad cells than are listed */
                            more: boolean;
                            /** @description Sheets in which nothing was found to read */
                            skipped: string[];
                            problem: {
                                code: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                                remedy: {
                                    zh: string;
                                    en: string;
                                };
                                status: number;
                                place?: string;
                                value?: string | number;
                            } | null;
                            written: {
                                /** @description What the rows bear as recorded_at */
                                at: string | null;
                                why: string;
                            } | null;
                            /** @description The file is still here: it can be worked on, and given back marked */
                            held: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** 放弃这个文件 · Drop a file */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Drop a file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dropped: boolean;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试导入：只核对，不写入 · Rehearse: check, write nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Header → the record's column by id; null leaves it out */
                        chosen: {
                            [key: string]: string | null;
                        };
                        /** @description What all rows of a sheet (of a drawing: a layer) have beside what it says, by the column; `{句柄}` is what a row has under that header; null leaves the sheet out */
                        filled?: {
                            [key: string]: {
                                [key: string]: string;
                            } | null;
                        };
                        /** @description How far from the ends of drawn lines their nodes may lie, m */
                        within?: number;
                        /**
                         * @description What the coordinates of the file count: degrees of a datum, or CGCS2000 metres by middle meridian (`gk120`)
                         * @enum {string}
                         */
                        coordinates?: "wgs84" | "gcj02" | "bd09" | "gk75" | "gk78" | "gk81" | "gk84" | "gk87" | "gk90" | "gk93" | "gk96" | "gk99" | "gk102" | "gk105" | "gk108" | "gk111" | "gk114" | "gk117" | "gk120" | "gk123" | "gk126" | "gk129" | "gk132" | "gk135";
                    };
                };
            };
            responses: {
                /** @description Rehearse: check, write nothing */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            record: string;
                            file: {
                                name: string;
                                size: number;
                                /** @description SM3 */
                                hash: string;
                            };
                            /**
                             * @description brought: to be matched; interrupted: the program ended, nothing was written; undone, partly: taken back
                             * @enum {string}
                             */
                            state: "brought" | "checking" | "checked" | "writing" | "done" | "undone" | "partly" | "refused" | "cancelled" | "failed" | "interrupted";
                            /** @description What was said of it when it was last checked */
                            said: {
                                /** @description Header → the record's column by id; null leaves it out */
                                chosen: {
                                    [key: string]: string | null;
                                };
                                /** @description What all rows of a sheet (of a drawing: a layer) have beside what it says, by the column; `{句柄}` is what a row has under that header; null leaves the sheet out */
                                filled?: {
                                    [key: string]: {
                                        [key: string]: string;
                                    } | null;
                                };
                                /** @description How far from the ends of drawn lines their nodes may lie, m */
                                within?: number;
                                /**
                                 * @description What the coordinates of the file count: degrees of a datum, or CGCS2000 metres by middle meridian (`gk120`)
                                 * @enum {string}
                                 */
                                coordinates?: "wgs84" | "gcj02" | "bd09" | "gk75" | "gk78" | "gk81" | "gk84" | "gk87" | "gk90" | "gk93" | "gk96" | "gk99" | "gk102" | "gk105" | "gk108" | "gk111" | "gk114" | "gk117" | "gk120" | "gk123" | "gk126" | "gk129" | "gk132" | "gk135";
                            } | null;
                            sheets: {
                                sheet: string;
                                header: number;
                                columns: {
                                    header: string;
                                    /** @description The record's column by id */
                                    column: string | null;
                                    /** @description How sure the match is */
                                    sureness: ("chosen" | "same" | "near") | null;
                                    /** @description A column that the person may not import */
                                    refused: boolean;
                                    /** @description A column that the store keeps by itself */
                                    kept: boolean;
                                    /** @description First values; of personal columns only that there are some */
                                    sample: string[];
                                }[];
                            }[];
                            progress: {
                                step: {
                                    zh: string;
                                    en: string;
                                };
                                done: number;
                                total: number;
                            } | null;
                            counts: {
                                total: number;
                                new: number;
                                changed: number;
                                unchanged: number;
                                badRows: number;
                                /** @description Good rows that refer to rows which this file brings */
                                linked?: number;
                                /** @description Good rows whose nodes were found at the ends of their lines */
                                joined?: number;
                            } | null;
                            badCells: number;
                            /** @description There are more bad cells than are listed */
                            more: boolean;
                            /** @description Sheets in which nothing was found to read */
                            skipped: string[];
                            problem: {
                                code: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                                remedy: {
                                    zh: string;
                                    en: string;
                                };
                                status: number;
                                place?: string;
                                value?: string | number;
                            } | null;
                            written: {
                                /** @description What the rows bear as recorded_at */
                                at: string | null;
                                why: string;
                            } | null;
                            /** @description The file is still here: it can be worked on, and given back marked */
                            held: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 写入核对过的文件 · Write a file that was checked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        why: string;
                        /**
                         * @description Write the good rows of a file that has bad ones
                         * @default false
                         */
                        acceptRest?: boolean;
                    };
                };
            };
            responses: {
                /** @description Write a file that was checked */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            record: string;
                            file: {
                                name: string;
                                size: number;
                                /** @description SM3 */
                                hash: string;
                            };
                            /**
                             * @description brought: to be matched; interrupted: the program ended, nothing was written; undone, partly: taken back
                             * @enum {string}
                             */
                            state: "brought" | "checking" | "checked" | "writing" | "done" | "undone" | "partly" | "refused" | "cancelled" | "failed" | "interrupted";
                            /** @description What was said of it when it was last checked */
                            said: {
                                /** @description Header → the record's column by id; null leaves it out */
                                chosen: {
                                    [key: string]: string | null;
                                };
                                /** @description What all rows of a sheet (of a drawing: a layer) have beside what it says, by the column; `{句柄}` is what a row has under that header; null leaves the sheet out */
                                filled?: {
                                    [key: string]: {
                                        [key: string]: string;
                                    } | null;
                                };
                                /** @description How far from the ends of drawn lines their nodes may lie, m */
                                within?: number;
                                /**
                                 * @description What the coordinates of the file count: degrees of a datum, or CGCS2000 metres by middle meridian (`gk120`)
                                 * @enum {string}
                                 */
                                coordinates?: "wgs84" | "gcj02" | "bd09" | "gk75" | "gk78" | "gk81" | "gk84" | "gk87" | "gk90" | "gk93" | "gk96" | "gk99" | "gk102" | "gk105" | "gk108" | "gk111" | "gk114" | "gk117" | "gk120" | "gk123" | "gk126" | "gk129" | "gk132" | "gk135";
                            } | null;
                            sheets: {
                                sheet: string;
                                header: number;
                                columns: {
                                    header: string;
                                    /** @description The record's column by id */
                                    column: string | null;
                                    /** @description How sure the match is */
                                    sureness: ("chosen" | "same" | "near") | null;
                                    /** @description A column that the person may not import */
                                    refused: boolean;
                                    /** @description A column that the store keeps by itself */
                                    kept: boolean;
                                    /** @description First values; of personal columns only that there are some */
                                    sample: string[];
                                }[];
                            }[];
                            progress: {
                                step: {
                                    zh: string;
                                    en: string;
                                };
                                done: number;
                                total: number;
                            } | null;
                            counts: {
                                total: number;
                                new: number;
                                changed: number;
                                unchanged: number;
                                badRows: number;
                                /** @description Good rows that refer to rows which this file brings */
                                linked?: number;
                                /** @description Good rows whose nodes were found at the ends of their lines */
                                joined?: number;
                            } | null;
                            badCells: number;
                            /** @description There are more bad cells than are listed */
                            more: boolean;
                            /** @description Sheets in which nothing was found to read */
                            skipped: string[];
                            problem: {
                                code: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                                remedy: {
                                    zh: string;
                                    en: string;
                                };
                                status: number;
                                place?: string;
                                value?: string | number;
                            } | null;
                            written: {
                                /** @description What the rows bear as recorded_at */
                                at: string | null;
                                why: string;
                            } | null;
                            /** @description The file is still here: it can be worked on, and given back marked */
                            held: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停下正在进行的一步 · Stop the step under way */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Stop the step under way */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            record: string;
                            file: {
                                name: string;
                                size: number;
                                /** @description SM3 */
                                hash: string;
                            };
                            /**
                             * @description brought: to be matched; interrupted: the program ended, nothing was written; undone, partly: taken back
                             * @enum {string}
                             */
                            state: "brought" | "checking" | "checked" | "writing" | "done" | "undone" | "partly" | "refused" | "cancelled" | "failed" | "interrupted";
                            /** @description What was said of it when it was last checked */
                            said: {
                                /** @description Header → the record's column by id; null leaves it out */
                                chosen: {
                                    [key: string]: string | null;
                                };
                                /** @description What all rows of a sheet (of a drawing: a layer) have beside what it says, by the column; `{句柄}` is what a row has under that header; null leaves the sheet out */
                                filled?: {
                                    [key: string]: {
                                        [key: string]: string;
                                    } | null;
                                };
                                /** @description How far from the ends of drawn lines their nodes may lie, m */
                                within?: number;
                                /**
                                 * @description What the coordinates of the file count: degrees of a datum, or CGCS2000 metres by middle meridian (`gk120`)
                                 * @enum {string}
                                 */
                                coordinates?: "wgs84" | "gcj02" | "bd09" | "gk75" | "gk78" | "gk81" | "gk84" | "gk87" | "gk90" | "gk93" | "gk96" | "gk99" | "gk102" | "gk105" | "gk108" | "gk111" | "gk114" | "gk117" | "gk120" | "gk123" | "gk126" | "gk129" | "gk132" | "gk135";
                            } | null;
                            sheets: {
                                sheet: string;
                                header: number;
                                columns: {
                                    header: string;
                                    /** @description The record's column by id */
                                    column: string | null;
                                    /** @description How sure the match is */
                                    sureness: ("chosen" | "same" | "near") | null;
                                    /** @description A column that the person may not import */
                                    refused: boolean;
                                    /** @description A column that the store keeps by itself */
                                    kept: boolean;
                                    /** @description First values; of personal columns only that there are some */
                                    sample: string[];
                                }[];
                            }[];
                            progress: {
                                step: {
                                    zh: string;
                                    en: string;
                                };
                                done: number;
                                total: number;
                            } | null;
                            counts: {
                                total: number;
                                new: number;
                                changed: number;
                                unchanged: number;
                                badRows: number;
                                /** @description Good rows that refer to rows which this file brings */
                                linked?: number;
                                /** @description Good rows whose nodes were found at the ends of their lines */
                                joined?: number;
                            } | null;
                            badCells: number;
                            /** @description There are more bad cells than are listed */
                            more: boolean;
                            /** @description Sheets in which nothing was found to read */
                            skipped: string[];
                            problem: {
                                code: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                                remedy: {
                                    zh: string;
                                    en: string;
                                };
                                status: number;
                                place?: string;
                                value?: string | number;
                            } | null;
                            written: {
                                /** @description What the rows bear as recorded_at */
                                at: string | null;
                                why: string;
                            } | null;
                            /** @description The file is still here: it can be worked on, and given back marked */
                            held: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/bad": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 有问题的单元格 · Bad cells */
        get: {
            parameters: {
                query?: {
                    offset?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Bad cells */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            rows: {
                                sheet: string;
                                row: number;
                                /** @description As the spreadsheet names it: C5 */
                                cell: string;
                                /** @description The record's column by id; empty for the whole row */
                                column: string;
                                header: string;
                                value: string;
                                reason: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销一次导入 · Take an import back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Says what would come of it; nothing is written
                         * @default false
                         */
                        preview?: boolean;
                        /**
                         * @description Kept in the history
                         * @default 撤销导入
                         */
                        why?: string;
                    };
                };
            };
            responses: {
                /** @description Take an import back */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description New rows that go */
                            removed: number;
                            /** @description Changed rows that are what they were */
                            restored: number;
                            /** @description Rows that stay */
                            kept: number;
                            /** @description The first of those that stay */
                            rows: {
                                id: string;
                                label: string;
                                /** @enum {string} */
                                reason: "changed" | "referred" | "denied";
                                /** @description Who changed it last */
                                by: string | null;
                                at: string | null;
                                /** @description Of which record rows refer to it */
                                record: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/marked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 标出问题的文件 · The file with its bad cells marked */
        get: {
            parameters: {
                query?: {
                    /** @description Of the reasons */
                    language?: "zh" | "en";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file with its bad cells marked */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 系统目录与当前身份 · Declarations and the current person */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Declarations and the current person */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            zone: {
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                demonstration: boolean;
                                today: string;
                                /** @description Milliseconds by which the clock of the zone is ahead of the clock outside: 0 but in a demonstration */
                                ahead: number;
                            };
                            actor: {
                                id: string;
                                name: string;
                                role: string;
                                office: string;
                                grid?: string;
                            };
                            groups: {
                                [key: string]: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            systems: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                group: string;
                                office: string;
                                about: {
                                    zh: string;
                                    en: string;
                                };
                                pages: {
                                    path: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                                records: {
                                    id: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    about: {
                                        zh: string;
                                        en: string;
                                    };
                                    title: string;
                                    valid?: {
                                        from: string;
                                        to?: string;
                                    };
                                    /** @description Its rows are the edges of a network, from a row to a row */
                                    edge?: {
                                        from: string;
                                        to: string;
                                        length?: string;
                                        course?: string;
                                        /** @description m from the ends of a drawn line */
                                        within?: number;
                                    };
                                    columns: {
                                        [key: string]: {
                                            /**
                                             * @description Values: decimals as text; a place is {longitude, latitude} in degrees
                                             * @enum {string}
                                             */
                                            kind: "text" | "longText" | "integer" | "decimal" | "boolean" | "date" | "month" | "year" | "instant" | "choice" | "reference" | "office" | "place" | "data";
                                            name: {
                                                zh: string;
                                                en: string;
                                            };
                                            unit?: string;
                                            help?: {
                                                zh: string;
                                                en: string;
                                            };
                                            optional?: boolean;
                                            choices?: {
                                                [key: string]: {
                                                    zh: string;
                                                    en: string;
                                                };
                                            };
                                            /** @description For a reference: the record pointed at */
                                            record?: string;
                                            quiet?: boolean;
                                            /**
                                             * @description It holds shapes of the map, as GeoJSON
                                             * @enum {boolean}
                                             */
                                            shape?: true;
                                            /**
                                             * @description What it tells of a person; values come masked
                                             * @enum {string}
                                             */
                                            personal?: "idNumber" | "mobile" | "bankAccount" | "companyAccount" | "secret" | "creditCode" | "email" | "name";
                                        };
                                    };
                                    groups?: {
                                        name: {
                                            zh: string;
                                            en: string;
                                        };
                                        columns: string[];
                                    }[];
                                    /** @description Its rows are shown with all their columns, and so with their files */
                                    whole: boolean;
                                    /** @description What the current person may do with some rows at least, and with which columns */
                                    may: {
                                        [key: string]: string[];
                                    };
                                    /** @description The roles that enter or import its rows; none where they come of themselves */
                                    filledBy: {
                                        zh: string;
                                        en: string;
                                    }[];
                                }[];
                                indicators: number;
                            }[];
                            offices: {
                                id: string;
                                name: string;
                                short: string;
                                name_en: string;
                                parent: string | null;
                                kind: string;
                                leader: string;
                            }[];
                            people: {
                                id: string;
                                name: string;
                                role: string;
                                office: string;
                                grid?: string;
                            }[];
                            /** @description Who stands behind the ids in “recorded by”, for staff */
                            names: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 指标目录 · Catalogue of indicators */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Catalogue of indicators */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            synonyms?: string[];
                            unit: string;
                            /** @enum {string} */
                            grain: "day" | "month" | "quarter" | "year";
                            /** @enum {string} */
                            nature: "flow" | "stock" | "ratio";
                            /** @enum {string} */
                            direction: "up" | "down" | "neutral";
                            office: string;
                            definition: {
                                zh: string;
                                en: string;
                            };
                            source: {
                                zh: string;
                                en: string;
                            };
                            decimals: number;
                            system: string;
                            computed: boolean;
                            latest: {
                                ref: string;
                                period: string;
                                value: string | null;
                                growth: string | null;
                                /** @enum {string} */
                                status: "computed" | "stated" | "inferred" | "forecast" | "missing";
                            } | null;
                            spark: {
                                month: string;
                                /** @description 精确小数 exact decimal */
                                value: string;
                            }[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{id}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 指标的逐月数据 · Monthly series of an indicator */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                    /** @description As it was known at the end of this day */
                    knownOn?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Monthly series of an indicator */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            points: {
                                month: string;
                                value: string;
                                rows: number;
                            }[];
                            growth: {
                                month: string;
                                value: string;
                            }[];
                            peers: {
                                place: string;
                                value: string;
                                own: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{id}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全年预测，含区间和回测误差 · Forecast of the year, with interval and back-tested error */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Null where nothing is foreseen: a ratio, a stock, a year, or too short a history */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unit: string;
                            year: number;
                            /** @description The last month taken as known */
                            through: string;
                            /** @description How often the truth should lie within the interval */
                            level: number;
                            forecast: {
                                /** @description 精确小数 exact decimal */
                                value: string;
                                /** @description 精确小数 exact decimal */
                                low: string;
                                /** @description 精确小数 exact decimal */
                                high: string;
                            };
                            growth: {
                                /** @description 精确小数 exact decimal */
                                value: string;
                                /** @description 精确小数 exact decimal */
                                low: string;
                                /** @description 精确小数 exact decimal */
                                high: string;
                            } | null;
                            method: {
                                zh: string;
                                en: string;
                            };
                            backtest: {
                                years: number[];
                                mape: string | null;
                            };
                            history: {
                                month: string;
                                /** @description 精确小数 exact decimal */
                                value: string;
                            }[];
                        } | null;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个数字及其来历 · A figure with its lineage */
        get: {
            parameters: {
                query?: {
                    /** @description As it was known at the end of this day */
                    knownOn?: string;
                };
                header?: never;
                path: {
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A figure with its lineage */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            value: string | null;
                            unit: string;
                            status: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/{ref}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数字背后的记录 · The rows behind a figure */
        get: {
            parameters: {
                query?: {
                    offset?: number;
                    limit?: number;
                    /** @description As it was known at the end of this day */
                    knownOn?: string;
                };
                header?: never;
                path: {
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The rows behind a figure */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: string;
                            total: number;
                            sum: string;
                            /** @description Only the rows that one may see; number and sum are of those */
                            part?: boolean;
                            rows: ({
                                contribution: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{system}/{record}/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附件列表 · Files of a row */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    system: string;
                    record: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Files of a row */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mayChange: boolean;
                            /** @description The most that a file may have */
                            fileBytes: number;
                            files: {
                                id: string;
                                name: string;
                                /** @description Bytes */
                                size: number;
                                sha256: string;
                                type: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description How a page may show it beside the row */
                                preview: ("image" | "pdf") | null;
                                addedAt: string;
                                addedBy: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 上传附件 · Attach a file: its bytes are the body */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path: {
                    system: string;
                    record: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Attach a file: its bytes are the body */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            /** @description Bytes */
                            size: number;
                            sha256: string;
                            type: {
                                zh: string;
                                en: string;
                            };
                            /** @description How a page may show it beside the row */
                            preview: ("image" | "pdf") | null;
                            addedAt: string;
                            addedBy: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{system}/{record}/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载附件 · Download a file */
        get: {
            parameters: {
                query?: {
                    /** @description 1: to be shown in the page, where its type may be */
                    inline?: string;
                };
                header?: never;
                path: {
                    system: string;
                    record: string;
                    id: string;
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Download a file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "image/png": string;
                        "image/jpeg": string;
                        "image/gif": string;
                        "image/webp": string;
                        "image/tiff": string;
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
                        "application/msword": string;
                        "application/vnd.ms-excel": string;
                        "application/vnd.ms-powerpoint": string;
                        "application/ofd": string;
                        "video/mp4": string;
                        "text/plain; charset=utf-8": string;
                        "text/plain; charset=gb18030": string;
                        "application/octet-stream": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** 删除附件 · Remove a file */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    system: string;
                    record: string;
                    id: string;
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Remove a file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ground": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 地图底图 · The ground under the maps */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The ground under the maps */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description GeoJSON, made up for the demonstration zone; null in a zone with real data */
                            sample: {
                                /** @enum {string} */
                                type: "FeatureCollection";
                                features: unknown[];
                            } | null;
                            /** @description Tiles of the base map from outside, the lower first, where the zone has a key to it; else null */
                            tianditu: {
                                zh: string[];
                                en: string[];
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiles/{layer}/{z}/{x}/{y}.pbf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 矢量瓦片：一个列表在地图上的一块 · A vector tile: a listing on one square of the map */
        get: {
            parameters: {
                query?: {
                    /** @description Columns whose values stand beside the ids, for a map to go by: `network,size` */
                    tell?: string;
                    sort?: string;
                    q?: string;
                    /** @description Rows that hold on this day */
                    asOf?: string;
                    /** @description As it was known at the end of this day */
                    knownOn?: string;
                };
                header?: never;
                path: {
                    /** @description A record: `city.grids` */
                    layer: string;
                    z: string;
                    x: string;
                    y: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A vector tile: a listing on one square of the map */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.mapbox-vector-tile": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个列表的视图 · Saved views of a list */
        get: {
            parameters: {
                query: {
                    record: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Saved views of a list */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            /** @description The part of the list’s address after the question mark */
                            query: string;
                            /** @description Shown to the owner’s office */
                            shared: boolean;
                            own: boolean;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** 保存视图 · Save a view */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        record: string;
                        name: string;
                        query: string;
                        /** @default false */
                        shared?: boolean;
                    };
                };
            };
            responses: {
                /** @description Save a view */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            /** @description The part of the list’s address after the question mark */
                            query: string;
                            /** @description Shown to the owner’s office */
                            shared: boolean;
                            own: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除视图 · Remove a view */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Remove a view */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规则清单 · Decisions of the zone */
        get: {
            parameters: {
                query?: {
                    /** @description The day in the world; today when left out */
                    asOf?: string;
                    /** @description As it was known at the end of this day */
                    knownOn?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Decisions of the zone */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            system: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            about: {
                                zh: string;
                                en: string;
                            };
                            basis: {
                                zh: string;
                                en: string;
                            };
                            sample: boolean;
                            office: string;
                            /** @description The decision of the model whose answer counts */
                            decision: string;
                            inputs: {
                                name: string;
                                unit?: string;
                                title?: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            outcome: {
                                verdict?: string;
                                order: string[];
                                money?: {
                                    entry: string;
                                    unit: string;
                                };
                            };
                            population: {
                                record: string;
                            };
                            /** @description Number of the version that holds */
                            inForce: number | null;
                            /** @description Drafts and versions that await publication */
                            open: number[];
                            mayWrite: boolean;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条规则及其各版本 · One decision and its versions */
        get: {
            parameters: {
                query?: {
                    /** @description The day in the world; today when left out */
                    asOf?: string;
                    /** @description As it was known at the end of this day */
                    knownOn?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One decision and its versions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            system: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            about: {
                                zh: string;
                                en: string;
                            };
                            basis: {
                                zh: string;
                                en: string;
                            };
                            sample: boolean;
                            office: string;
                            /** @description The decision of the model whose answer counts */
                            decision: string;
                            inputs: {
                                name: string;
                                unit?: string;
                                title?: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            outcome: {
                                verdict?: string;
                                order: string[];
                                money?: {
                                    entry: string;
                                    unit: string;
                                };
                            };
                            population: {
                                record: string;
                            };
                            /** @description Number of the version that holds */
                            inForce: number | null;
                            /** @description Drafts and versions that await publication */
                            open: number[];
                            mayWrite: boolean;
                            versions: {
                                number: number;
                                note: string;
                                /** @enum {string} */
                                state: "draft" | "submitted" | "published";
                                from: string;
                                to: string | null;
                                editors: string[];
                                publishedBy: string | null;
                                publishedAt: string | null;
                                recordedAt: string;
                                /** @description Of a draft, its row_version: an edit names the one it saw */
                                seen: number | null;
                                moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 规则的一个版本：模型、用例和检查结果 · One version: its model, its cases, and what checking it finds */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One version: its model, its cases, and what checking it finds */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            from: string;
                            to: string | null;
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            recordedAt: string;
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            /** @description DMN XML */
                            model: string;
                            /** @description YAML */
                            cases: string;
                            check: {
                                /** @description No problem and every case green */
                                sound: boolean;
                                problems: {
                                    code: string;
                                    says: {
                                        zh: string;
                                        en: string;
                                    };
                                    remedy?: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @description id in the DMN file */
                                    element?: string;
                                    /** @description Where, for people */
                                    place?: string;
                                    expression?: string;
                                    start?: number;
                                    end?: number;
                                }[];
                                caseProblems: {
                                    line: number;
                                    says: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                                /** @description Why it is judged subject by subject; null: the database judges all at once */
                                oneByOne: {
                                    zh: string;
                                    en: string;
                                } | null;
                                cases: {
                                    name: string;
                                    line: number;
                                    passed: boolean;
                                    /** @description What the model says: plain data */
                                    expected: unknown;
                                    /** @description What the model says: plain data */
                                    actual: unknown;
                                }[];
                            };
                            effect: {
                                subjects: number;
                                wins: number;
                                loses: number;
                                same: number;
                                money?: {
                                    /** @description 精确小数 exact decimal */
                                    before: string;
                                    /** @description 精确小数 exact decimal */
                                    after: string;
                                    unit: string;
                                };
                                moves: {
                                    from: string;
                                    to: string;
                                    subjects: number;
                                    /** @description 精确小数 exact decimal */
                                    money: string;
                                }[];
                                /** @description Those who gain or lose most; empty for who may not see single subjects */
                                changes: {
                                    id: string;
                                    title: string;
                                    /** @description What the model says: plain data */
                                    before: unknown;
                                    /** @description What the model says: plain data */
                                    after: unknown;
                                    /** @description 精确小数 exact decimal */
                                    money: string;
                                    /** @enum {string} */
                                    direction: "win" | "lose";
                                }[];
                                /** @description The version that holds today, with which the model is compared */
                                against: number | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** 放弃草稿 · Discards a draft */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Discards a draft */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            number: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** 保存草稿 · Saves a draft; its cases are run at once */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                        /** Format: date */
                        from?: string;
                        to?: string | null;
                        /** @description DMN XML */
                        model?: string;
                        /** @description YAML */
                        cases?: string;
                        /** @description row_version of the draft that was edited */
                        seen: number;
                    };
                };
            };
            responses: {
                /** @description Saves a draft; its cases are run at once */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            from: string;
                            to: string | null;
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            recordedAt: string;
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            check: {
                                /** @description No problem and every case green */
                                sound: boolean;
                                problems: {
                                    code: string;
                                    says: {
                                        zh: string;
                                        en: string;
                                    };
                                    remedy?: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @description id in the DMN file */
                                    element?: string;
                                    /** @description Where, for people */
                                    place?: string;
                                    expression?: string;
                                    start?: number;
                                    end?: number;
                                }[];
                                caseProblems: {
                                    line: number;
                                    says: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                                /** @description Why it is judged subject by subject; null: the database judges all at once */
                                oneByOne: {
                                    zh: string;
                                    en: string;
                                } | null;
                                cases: {
                                    name: string;
                                    line: number;
                                    passed: boolean;
                                    /** @description What the model says: plain data */
                                    expected: unknown;
                                    /** @description What the model says: plain data */
                                    actual: unknown;
                                }[];
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/rules/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查模型和用例（不保存） · Checks a model and its cases; keeps nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description DMN XML */
                        model: string;
                        /** @description YAML */
                        cases: string;
                    };
                };
            };
            responses: {
                /** @description Checks a model and its cases; keeps nothing */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description No problem and every case green */
                            sound: boolean;
                            problems: {
                                code: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                                remedy?: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description id in the DMN file */
                                element?: string;
                                /** @description Where, for people */
                                place?: string;
                                expression?: string;
                                start?: number;
                                end?: number;
                            }[];
                            caseProblems: {
                                line: number;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            /** @description Why it is judged subject by subject; null: the database judges all at once */
                            oneByOne: {
                                zh: string;
                                en: string;
                            } | null;
                            cases: {
                                name: string;
                                line: number;
                                passed: boolean;
                                /** @description What the model says: plain data */
                                expected: unknown;
                                /** @description What the model says: plain data */
                                actual: unknown;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 测算对现有对象的影响（不保存） · Measures the effect on everybody judged; keeps nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description DMN XML */
                        model: string;
                    };
                };
            };
            responses: {
                /** @description Measures the effect on everybody judged; keeps nothing */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            subjects: number;
                            wins: number;
                            loses: number;
                            same: number;
                            money?: {
                                /** @description 精确小数 exact decimal */
                                before: string;
                                /** @description 精确小数 exact decimal */
                                after: string;
                                unit: string;
                            };
                            moves: {
                                from: string;
                                to: string;
                                subjects: number;
                                /** @description 精确小数 exact decimal */
                                money: string;
                            }[];
                            /** @description Those who gain or lose most; empty for who may not see single subjects */
                            changes: {
                                id: string;
                                title: string;
                                /** @description What the model says: plain data */
                                before: unknown;
                                /** @description What the model says: plain data */
                                after: unknown;
                                /** @description 精确小数 exact decimal */
                                money: string;
                                /** @enum {string} */
                                direction: "win" | "lose";
                            }[];
                            /** @description The version that holds today, with which the model is compared */
                            against: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按规则判断一个对象并说明理由 · Judges one subject and says why */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description The day in the world; today when left out
                         */
                        asOf?: string;
                        /**
                         * Format: date
                         * @description As it was known at the end of this day
                         */
                        knownOn?: string;
                        /** @description Id of a row of the population */
                        subject?: string;
                        /** @description Or the inputs themselves, by name */
                        input?: {
                            [key: string]: unknown;
                        };
                        /** @description Instead of the version in force */
                        model?: string;
                    };
                };
            };
            responses: {
                /** @description Judges one subject and says why */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description null: a model that was handed in */
                            version: number | null;
                            subject?: {
                                id: string;
                                title: string;
                            };
                            input: {
                                [key: string]: unknown;
                            };
                            /** @description What the model says: plain data */
                            answer: unknown;
                            /** @description Every decision on the way, in the order they were made */
                            steps: {
                                decision: string;
                                /** @description What the model says: plain data */
                                answer: unknown;
                                table?: {
                                    hitPolicy: string;
                                    rules: {
                                        number: number;
                                        id: string;
                                        /** @description null: cannot be said, something is missing */
                                        matched: boolean | null;
                                        tests: {
                                            input: string;
                                            test: string;
                                            /** @description What the model says: plain data */
                                            operand: unknown;
                                            /** @description null: cannot be said, something is missing */
                                            verdict: boolean | null;
                                            /** @description What a test that fails lacks */
                                            short?: {
                                                operator: string;
                                                /** @description What the model says: plain data */
                                                bound: unknown;
                                                by: string | null;
                                            };
                                        }[];
                                        annotation?: string;
                                    }[];
                                    /** @description Number of the rule that was missed by least */
                                    nearest?: number;
                                };
                            }[];
                            /** @description The smallest single changes that reach a better verdict */
                            whatIf: {
                                input: string;
                                /** @description What the model says: plain data */
                                now: unknown;
                                /** @description What the model says: plain data */
                                next: unknown;
                                /** @description Of a number */
                                by?: string;
                                /** @description What the model says: plain data */
                                answer: unknown;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 起草新版本 · Begins a draft, worded as another version is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Number of the version */
                        like: number;
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Begins a draft, worded as another version is */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            from: string;
                            to: string | null;
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            recordedAt: string;
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/versions/{number}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交发布 · Submits a draft with its measured effect */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Submits a draft with its measured effect */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            from: string;
                            to: string | null;
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            recordedAt: string;
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/versions/{number}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回 · Takes a draft back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Takes a draft back */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            from: string;
                            to: string | null;
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            recordedAt: string;
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/versions/{number}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回修改 · Returns a draft to its writers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Returns a draft to its writers */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            from: string;
                            to: string | null;
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            recordedAt: string;
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}/versions/{number}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布 · Publishes a version; takes a second person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Publishes a version; takes a second person */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            from: string;
                            to: string | null;
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            recordedAt: string;
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待办：我的或本单位待签收，逾期在前 · What there is to do, what is late first */
        get: {
            parameters: {
                query?: {
                    /** @description One’s own, or what nobody of the office took */
                    of?: "mine" | "office";
                    limit?: number;
                    /** @description `next` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What there is to do, what is late first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tasks: {
                                case: string;
                                token: number;
                                name: string;
                                process: string;
                                title: string;
                                since: string;
                                /** @description When it should be done at the latest */
                                due: string | null;
                                office: string | null;
                                holder: string | null;
                                pausedUntil: string | null;
                                may: ("take" | "leave" | "do" | "delegate" | "reassign" | "return" | "consult" | "request" | "resume" | "urge")[];
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/inbox/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已办 · What one has done, the last first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What one has done, the last first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tasks: {
                                case: string;
                                token: number;
                                name: string;
                                process: string;
                                title: string;
                                since: string;
                                /** @description When it should be done at the latest */
                                due: string | null;
                                ended: string;
                                /** @enum {string} */
                                state: "running" | "completed" | "terminated";
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/inbox/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待办件数 · How much there is to do; counted to 100 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How much there is to do; counted to 100 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mine: number;
                            late: number;
                            office: number;
                            decide: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签收 · Takes a task */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Takes a task */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                            token: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回待签收 · Puts a task back for others */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Puts a task back for others */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                            token: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/do": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办结这一步 · Does a task with what its form says */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description What the form says, by key
                         * @default {}
                         */
                        values?: {
                            [key: string]: unknown;
                        };
                        /** @description Kept with the step */
                        why?: string;
                    };
                };
            };
            responses: {
                /** @description Does a task with what its form says */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                            token: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以转办的同事 · Colleagues to whom a task may be handed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Colleagues to whom a task may be handed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            office: string;
                            role: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/delegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转办 · Hands a task to a colleague */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string;
                        why?: string;
                    };
                };
            };
            responses: {
                /** @description Hands a task to a colleague */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改派 · Gives a task to another office */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        office: string;
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Gives a task to another office */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回 · Returns a task to where it came from */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Returns a task to where it came from */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 催办 · Urges a task, once an hour */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        why?: string;
                    };
                };
            };
            responses: {
                /** @description Urges a task, once an hour */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 协办：请人或单位提意见 · Asks others for their opinion before the task may be finished */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        people?: string[];
                        /** @default [] */
                        offices?: string[];
                        /** @description Kept in the history */
                        about: string;
                    };
                };
            };
            responses: {
                /** @description Asks others for their opinion before the task may be finished */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请挂账或延期 · Asks that the clock stand still, or for a later limit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "pause" | "extension";
                        /** Format: date-time */
                        until: string;
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Asks that the clock stand still, or for a later limit */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 挂账、延期获批后的时限 · What the limit would be if more time were given */
        get: {
            parameters: {
                query: {
                    kind: "pause" | "extension";
                    until: string;
                };
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What the limit would be if more time were given */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            due: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/tasks/{token}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复计时 · Ends a pause before its time */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    token: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ends a pause before its time */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/opinions/{opinion}/give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交协办意见 · Says an opinion that one was asked for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    opinion: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        says: string;
                    };
                };
            };
            responses: {
                /** @description Says an opinion that one was asked for */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/opinions/{opinion}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销协办 · No longer asks for an opinion */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    opinion: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No longer asks for an opinion */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/requests/{request}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审批挂账、延期 · A second person approves or refuses */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        approve: boolean;
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description A second person approves or refuses */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回自己办理的最后一步 · Takes back one’s own last step */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Takes back one’s own last step */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销办件 · Whoever started a case ends it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Whoever started a case ends it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/asked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件的协办意见和挂账、延期申请 · Opinions and time that were asked for in a case */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Opinions and time that were asked for in a case */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description One’s own last step */
                            mayWithdraw: boolean;
                            mayEnd: boolean;
                            opinions: {
                                id: string;
                                token: number;
                                person: string | null;
                                office: string | null;
                                about: string;
                                asked_by: string;
                                asked_at: string;
                                opinion: string | null;
                                given_by: string | null;
                                given_at: string | null;
                                withdrawn_at: string | null;
                                mayGive: boolean;
                                mayWithdraw: boolean;
                            }[];
                            requests: {
                                id: string;
                                token: number;
                                /** @enum {string} */
                                kind: "pause" | "extension";
                                why: string;
                                until: string;
                                /** @enum {string} */
                                state: "asked" | "approved" | "refused";
                                asked_by: string;
                                asked_at: string;
                                decided_by: string | null;
                                decided_at: string | null;
                                answer: string | null;
                                /** @description The limit before */
                                due: string | null;
                                new_due: string | null;
                                mayDecide: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 通知：要做什么、何时之前 · What one is told: what to do, by when; the latest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What one is told: what to do, by when; the latest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            notices: {
                                id: string;
                                kind: string;
                                case: string;
                                /** @description Of the case */
                                title: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                                todo: {
                                    zh: string;
                                    en: string;
                                };
                                why: string | null;
                                due: string | null;
                                at: string;
                                read: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 未读通知数，数到 100 · How many notices are unread, counted to 100 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How many notices are unread, counted to 100 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标为已读 · Marks one’s notices as read */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Left out: all */
                        ids?: string[];
                    };
                };
            };
            responses: {
                /** @description Marks one’s notices as read */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            read: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待提交的协办意见 · Opinions that one is asked for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Opinions that one is asked for */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            case: string;
                            token: number;
                            title: string;
                            name: string;
                            about: string;
                            asked_by: string;
                            asked_at: string;
                            due: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待我审批的挂账、延期申请 · Time that others ask for and one decides about, the longest asked first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Time that others ask for and one decides about, the longest asked first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requests: {
                                id: string;
                                case: string;
                                token: number;
                                /** @description Of the case */
                                title: string;
                                /** @description Of the task */
                                name: string;
                                office: string | null;
                                /** @enum {string} */
                                kind: "pause" | "extension";
                                why: string;
                                until: string;
                                asked_by: string;
                                asked_at: string;
                                /** @description The limit now */
                                due: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量签收、退回、办结、转办 · Takes, leaves, does or hands over many tasks, each by itself */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        verb: "take" | "leave" | "do" | "delegate";
                        tasks: {
                            case: string;
                            token: number;
                        }[];
                        /** @description Of delegate: to whom */
                        to?: string;
                        why?: string;
                    };
                };
            };
            responses: {
                /** @description Takes, leaves, does or hands over many tasks, each by itself */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                            token: number;
                            problem: {
                                code: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                                remedy: {
                                    zh: string;
                                    en: string;
                                };
                            } | null;
                        }[];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件台账 · Ledger of cases, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description Part of the title */
                    q?: string;
                    process?: string;
                    state?: "running" | "completed" | "terminated";
                    /** @description That has or had a task of it */
                    office?: string;
                    /** @description Past a limit; of one that has ended: a step was done too late */
                    late?: "yes" | "no";
                    /** @description Begun on this day or later */
                    from?: string;
                    /** @description Begun on this day or before */
                    to?: string;
                    /** @description With `row`: about this row */
                    record?: string;
                    row?: string;
                    limit?: number;
                    /** @description `next` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ledger of cases, the newest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cases: {
                                id: string;
                                process: string;
                                version: number;
                                title: string;
                                /** @description The row that it is about */
                                subject: {
                                    record: string;
                                    id: string;
                                } | null;
                                /** @enum {string} */
                                state: "running" | "completed" | "terminated";
                                synthetic: boolean;
                                startedAt: string;
                                startedBy: string;
                                endedAt: string | null;
                                processName: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description Of its open tasks, that which is due first */
                                step: string | null;
                                office: string | null;
                                holder: string | null;
                                due: string | null;
                                /** @description Past a limit; of one that has ended: a step was done too late */
                                late: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个办件：所处环节、经办人和用时、办理过程 · One case: where it stands, who had it how long */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One case: where it stands, who had it how long */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            process: string;
                            version: number;
                            title: string;
                            /** @description The row that it is about */
                            subject: {
                                record: string;
                                id: string;
                            } | null;
                            /** @enum {string} */
                            state: "running" | "completed" | "terminated";
                            synthetic: boolean;
                            startedAt: string;
                            startedBy: string;
                            endedAt: string | null;
                            processName: {
                                zh: string;
                                en: string;
                            };
                            /** @description The case whose call activity began it */
                            caller: {
                                id: string;
                                title: string;
                                process: string;
                                processName: {
                                    zh: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                state: "running" | "completed" | "terminated";
                            } | null;
                            /** @description Cases that its call activities began */
                            called: {
                                id: string;
                                title: string;
                                process: string;
                                processName: {
                                    zh: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                state: "running" | "completed" | "terminated";
                            }[];
                            stands: {
                                /** @description id in the diagram */
                                element: string;
                                kind: string;
                                /** @description As the diagram calls it */
                                name: string | null;
                                waiting: string;
                                failure: string | null;
                            }[];
                            tasks: {
                                /** @description id in the diagram */
                                element: string;
                                kind: string;
                                /** @description As the diagram calls it */
                                name: string | null;
                                token: number;
                                office: string | null;
                                holder: string | null;
                                since: string;
                                due: string | null;
                                role: string | null;
                                /** @description Until when its clock stands still */
                                pausedUntil: string | null;
                                urgedAt: string | null;
                                /** @description What the person who asks may do with it now */
                                may: ("take" | "leave" | "do" | "delegate" | "reassign" | "return" | "consult" | "request" | "resume" | "urge")[];
                                /** @description form-js */
                                form: ({
                                    components: ({
                                        type: string;
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                } & {
                                    [key: string]: unknown;
                                }) | null;
                                /** @description What the case knows of what the form names */
                                known: {
                                    [key: string]: unknown;
                                };
                            }[];
                            waits: {
                                /** @description id in the diagram */
                                element: string;
                                kind: string;
                                /** @description As the diagram calls it */
                                name: string | null;
                                type: string;
                                ref: string | null;
                                due: string | null;
                            }[];
                            held: {
                                /** @description id in the diagram */
                                element: string;
                                kind: string;
                                /** @description As the diagram calls it */
                                name: string | null;
                                token: number;
                                office: string | null;
                                holder: string | null;
                                since: string;
                                due: string | null;
                                ended: string;
                                /** @description null: nobody did it */
                                by: string | null;
                            }[];
                            /** @description Elements and flows of the diagram */
                            passed: string[];
                            steps: {
                                number: number;
                                at: string;
                                actor: string;
                                why: string | null;
                                happened: {
                                    /** @description id in the diagram */
                                    element: string;
                                    kind: string;
                                    /** @description As the diagram calls it */
                                    name: string | null;
                                    /** @description What the engine says; work: what people did with a task */
                                    what: string;
                                    ref: string | null;
                                    /** @description Of work */
                                    verb: string | null;
                                    from?: {
                                        person?: string;
                                        name?: string;
                                        office?: string;
                                    };
                                    to?: {
                                        person?: string;
                                        name?: string;
                                        office?: string;
                                    };
                                    due?: {
                                        from: string | null;
                                        to: string | null;
                                    };
                                    /** @description Whose post the actor was lent */
                                    stoodFor: string | null;
                                }[];
                            }[];
                            stepCount: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/cases/{id}/diagram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件所用版本的流程图 · The diagram of the version that a case keeps */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The diagram of the version that a case keeps */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description BPMN XML */
                            diagram: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 环节的英文名 · What steps are called in English, by their Chinese names */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What steps are called in English, by their Chinese names */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程清单 · Processes and their versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Processes and their versions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            about: {
                                zh: string;
                                en: string;
                            };
                            office: string;
                            /** @description What its service tasks may name */
                            services: string[];
                            inUse: number | null;
                            mayDraw: boolean;
                            /** @description Running cases, to another version */
                            mayMove: boolean;
                            versions: {
                                number: number;
                                note: string;
                                /** @enum {string} */
                                state: "draft" | "submitted" | "published";
                                editors: string[];
                                publishedBy: string | null;
                                publishedAt: string | null;
                                /** @description Cases under way, up to 10,000 */
                                running: number;
                                moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            }[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个流程及其各版本 · One process and its versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One process and its versions */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            about: {
                                zh: string;
                                en: string;
                            };
                            office: string;
                            /** @description What its service tasks may name */
                            services: string[];
                            inUse: number | null;
                            mayDraw: boolean;
                            /** @description Running cases, to another version */
                            mayMove: boolean;
                            versions: {
                                number: number;
                                note: string;
                                /** @enum {string} */
                                state: "draft" | "submitted" | "published";
                                editors: string[];
                                publishedBy: string | null;
                                publishedAt: string | null;
                                /** @description Cases under way, up to 10,000 */
                                running: number;
                                moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 流程的一个版本：流程图、表单和检查结果 · One version: diagram, forms, what is wrong */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One version: diagram, forms, what is wrong */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            /** @description Cases under way, up to 10,000 */
                            running: number;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            /** @description BPMN XML */
                            diagram: string;
                            /** @description form-js schemas by key */
                            forms: {
                                [key: string]: {
                                    components: ({
                                        type: string;
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            problems: {
                                code: string;
                                /** @description id of the element; empty: the whole */
                                place: string;
                                what: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** 放弃草稿 · Discards a draft */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Discards a draft */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description Number of the version */
                            number: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** 保存草稿 · Saves a draft */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                        /** @description BPMN XML */
                        diagram?: string;
                        /** @description form-js schemas by key */
                        forms?: {
                            [key: string]: {
                                components: ({
                                    type: string;
                                } & {
                                    [key: string]: unknown;
                                })[];
                            } & {
                                [key: string]: unknown;
                            };
                        };
                        /** @description row_version of the draft that was edited */
                        seen: number;
                    };
                };
            };
            responses: {
                /** @description Saves a draft */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            /** @description Cases under way, up to 10,000 */
                            running: number;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            /** @description BPMN XML */
                            diagram: string;
                            /** @description form-js schemas by key */
                            forms: {
                                [key: string]: {
                                    components: ({
                                        type: string;
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            problems: {
                                code: string;
                                /** @description id of the element; empty: the whole */
                                place: string;
                                what: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/flow/processes/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查流程图和表单（不保存） · Checks a diagram and its forms; keeps nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description BPMN XML */
                        diagram: string;
                        /** @description form-js schemas by key */
                        forms: {
                            [key: string]: {
                                components: ({
                                    type: string;
                                } & {
                                    [key: string]: unknown;
                                })[];
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Checks a diagram and its forms; keeps nothing */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            /** @description id of the element; empty: the whole */
                            place: string;
                            what: string;
                            says: {
                                zh: string;
                                en: string;
                            };
                        }[];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 起草新版本 · Begins a draft, drawn as another version is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Number of the version */
                        like: number;
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Begins a draft, drawn as another version is */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            /** @description Cases under way, up to 10,000 */
                            running: number;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            /** @description BPMN XML */
                            diagram: string;
                            /** @description form-js schemas by key */
                            forms: {
                                [key: string]: {
                                    components: ({
                                        type: string;
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            problems: {
                                code: string;
                                /** @description id of the element; empty: the whole */
                                place: string;
                                what: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/{id}/versions/{number}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交发布 · Submits a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Submits a draft */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            /** @description Cases under way, up to 10,000 */
                            running: number;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            /** @description BPMN XML */
                            diagram: string;
                            /** @description form-js schemas by key */
                            forms: {
                                [key: string]: {
                                    components: ({
                                        type: string;
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            problems: {
                                code: string;
                                /** @description id of the element; empty: the whole */
                                place: string;
                                what: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/{id}/versions/{number}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回 · Takes a draft back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Takes a draft back */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            /** @description Cases under way, up to 10,000 */
                            running: number;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            /** @description BPMN XML */
                            diagram: string;
                            /** @description form-js schemas by key */
                            forms: {
                                [key: string]: {
                                    components: ({
                                        type: string;
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            problems: {
                                code: string;
                                /** @description id of the element; empty: the whole */
                                place: string;
                                what: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/{id}/versions/{number}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回修改 · Returns a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Returns a draft */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            /** @description Cases under way, up to 10,000 */
                            running: number;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            /** @description BPMN XML */
                            diagram: string;
                            /** @description form-js schemas by key */
                            forms: {
                                [key: string]: {
                                    components: ({
                                        type: string;
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            problems: {
                                code: string;
                                /** @description id of the element; empty: the whole */
                                place: string;
                                what: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/{id}/versions/{number}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布 · Publishes a version; takes a second person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Publishes a version; takes a second person */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            note: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published";
                            editors: string[];
                            publishedBy: string | null;
                            publishedAt: string | null;
                            /** @description Cases under way, up to 10,000 */
                            running: number;
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish")[];
                            /** @description BPMN XML */
                            diagram: string;
                            /** @description form-js schemas by key */
                            forms: {
                                [key: string]: {
                                    components: ({
                                        type: string;
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description Of a draft, its row_version: an edit names the one it saw */
                            seen: number | null;
                            problems: {
                                code: string;
                                /** @description id of the element; empty: the whole */
                                place: string;
                                what: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/{id}/versions/{number}/elements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本的环节，及各有多少在办件 · The elements of a version, and how many cases stand at each */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    /** @description Number of the version */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The elements of a version, and how many cases stand at each */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            kind: string;
                            cases: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/{id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试转在办件到另一版本（不保存） · Sets running cases beside another version; keeps nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from: number;
                        to: number;
                        /** @description Elements of the new version by those of the old; what is not named keeps its id */
                        mapping: {
                            [key: string]: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Sets running cases beside another version; keeps nothing */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cases: number;
                            /** @description Those that cannot go on, up to 100 */
                            unfit: {
                                case: string;
                                title: string;
                                unfit: {
                                    /** @enum {string} */
                                    code: "GONE" | "KIND" | "WITHIN" | "FLOW";
                                    place: string;
                                    what: string;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/processes/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把在办件转到另一版本，全部或全不 · Moves running cases to another version: all or none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from: number;
                        to: number;
                        /** @description Elements of the new version by those of the old; what is not named keeps its id */
                        mapping: {
                            [key: string]: string;
                        };
                        /** @description Kept in the history */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Moves running cases to another version: all or none */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cases: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flow/moment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 时限从现在起到何时为止 · When a time limit that begins now ends */
        get: {
            parameters: {
                query: {
                    limit: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description When a time limit that begins now ends */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description null: it cannot be read */
                            at: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 设备与监测量，各自最新读数 · Series with their newest readings */
        get: {
            parameters: {
                query?: {
                    /** @description Part of the code or the name of the device */
                    q?: string;
                    device?: string;
                    quantity?: string;
                    office?: string;
                    state?: "silent" | "doubted";
                    limit?: number;
                    /** @description `next` of the page before */
                    after?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Series with their newest readings */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            series: {
                                /** @description Id of the device */
                                device: string;
                                quantity: string;
                                /** @description Of the device */
                                code: string;
                                /** @description Of the device */
                                name: string;
                                office: string;
                                quantityName: {
                                    zh: string;
                                    en: string;
                                };
                                unit: string;
                                /** @description Seconds between two readings */
                                every: number;
                                at: string;
                                value: number;
                                flags: ("range" | "rate" | "stuck" | "gap")[];
                                /** @description Readings are missing since */
                                silent: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/one": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个序列：最新读数、限值、变更 · One series: its newest reading, limits and their changes */
        get: {
            parameters: {
                query: {
                    /** @description Id of the device */
                    device: string;
                    quantity: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One series: its newest reading, limits and their changes */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Id of the device */
                            device: string;
                            quantity: string;
                            /** @description Of the device */
                            code: string;
                            /** @description Of the device */
                            name: string;
                            office: string;
                            quantityName: {
                                zh: string;
                                en: string;
                            };
                            unit: string;
                            /** @description Seconds between two readings */
                            every: number;
                            at: string;
                            value: number;
                            flags: ("range" | "rate" | "stuck" | "gap")[];
                            /** @description Readings are missing since */
                            silent: boolean;
                            /** @description Readings that are kept */
                            kept: {
                                from: string;
                                to: string;
                            } | null;
                            own: {
                                /** @description Seconds between two readings */
                                every: number | null;
                                low: number | null;
                                high: number | null;
                                /** @description The most that it can change in a second */
                                rate: number | null;
                                /** @description Seconds */
                                stuck: number | null;
                            };
                            /** @description Of the quantity */
                            general: {
                                /** @description Seconds between two readings */
                                every: number | null;
                                low: number | null;
                                high: number | null;
                                /** @description The most that it can change in a second */
                                rate: number | null;
                                /** @description Seconds */
                                stuck: number | null;
                            };
                            changes: {
                                at: string;
                                by: string;
                                why: string;
                                before: {
                                    /** @description Seconds between two readings */
                                    every: number | null;
                                    low: number | null;
                                    high: number | null;
                                    /** @description The most that it can change in a second */
                                    rate: number | null;
                                    /** @description Seconds */
                                    stuck: number | null;
                                };
                                after: {
                                    /** @description Seconds between two readings */
                                    every: number | null;
                                    low: number | null;
                                    high: number | null;
                                    /** @description The most that it can change in a second */
                                    rate: number | null;
                                    /** @description Seconds */
                                    stuck: number | null;
                                };
                            }[];
                            mayChange: boolean;
                            mayExport: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/flagged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个序列中存疑的读数 · The doubted readings of a series, the newest first */
        get: {
            parameters: {
                query: {
                    /** @description Id of the device */
                    device: string;
                    quantity: string;
                    from: string;
                    /** @description Not included */
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The doubted readings of a series, the newest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description So far back it was looked */
                            since: string;
                            readings: {
                                at: string;
                                value: number;
                                flags: ("range" | "rate" | "stuck" | "gap")[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 一个序列自己的限值 · Limits of a series’ own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Id of the device */
                        device: string;
                        quantity: string;
                        own: {
                            /** @description Seconds between two readings */
                            every: number | null;
                            low: number | null;
                            high: number | null;
                            /** @description The most that it can change in a second */
                            rate: number | null;
                            /** @description Seconds */
                            stuck: number | null;
                        };
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Limits of a series’ own */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/reflag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按现行限值重新判定已存读数 · Judges kept readings anew by the limits as they are */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Id of the device */
                        device: string;
                        quantity: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Judges kept readings anew by the limits as they are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Of so many readings the flags changed */
                            changed: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/quantities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 监测量，各存多久 · What is measured, and how long it is kept */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What is measured, and how long it is kept */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            quantities: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                unit: string;
                                /** @description Seconds */
                                every: number;
                            }[];
                            kept: {
                                quantity: string;
                                /** @enum {string} */
                                table: "readings" | "minutes";
                                /** @description Null: for good */
                                months: number | null;
                                since: string;
                                /** @description As estimated */
                                rows: number;
                                bytes: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各设备最新读数 · The newest readings of devices */
        get: {
            parameters: {
                query: {
                    /** @description Ids, comma-separated, 2000 at most */
                    devices: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The newest readings of devices */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            device: string;
                            quantity: string;
                            at: string;
                            value: number;
                            flags: ("range" | "rate" | "stuck" | "gap")[];
                            /** @description Readings are missing since */
                            silent: boolean;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个序列，不丢峰值 · A series, without losing a peak */
        get: {
            parameters: {
                query: {
                    /** @description Id of the device */
                    device: string;
                    quantity: string;
                    from: string;
                    /** @description Not included */
                    to: string;
                    points?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A series, without losing a peak */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            source: "readings" | "1min" | "1h" | "1d";
                            /** @description Seconds of a point; 0: each is one reading */
                            width: number;
                            points: {
                                at: string;
                                min: number;
                                max: number;
                                mean: number;
                                last: number;
                                count: number;
                                /** @description How many of them nothing is doubted of */
                                good: number;
                            }[];
                            gaps: {
                                from: string;
                                to: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/series/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 拒收的读数 · Readings that were refused */
        get: {
            parameters: {
                query: {
                    since: string;
                    device?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Readings that were refused */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            day: string;
                            /** @description Id of the sender; empty where it named none that is known */
                            device: string;
                            /** @enum {string} */
                            reason: "unreadable" | "device" | "quantity" | "value" | "future" | "installed" | "removed" | "expired";
                            count: number;
                            last_at: string;
                            example: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 计划台账：任务、进度、亮灯 · The plan ledger: tasks, progress, lights */
        get: {
            parameters: {
                query?: {
                    /** @description Plan year; all years when left out */
                    year?: string;
                    /** @description work: 工作安排; livelihood: 民生实事 */
                    list?: "work" | "livelihood";
                    /** @description Lead office, by id */
                    office?: string;
                    light?: "done" | "red" | "yellow" | "green";
                    /** @description In the task, its code or the leader */
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The plan ledger: tasks, progress, lights */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            today: string;
                            total: number;
                            /** @description By light, before the light filter */
                            counts: {
                                done: number;
                                red: number;
                                yellow: number;
                                green: number;
                            };
                            tracking: {
                                measured: number;
                                tracked: number;
                                loose: number;
                            };
                            years: string[];
                            offices: {
                                id: string;
                                name: string;
                                short: string;
                                en: string;
                                granules: number;
                            }[];
                            rows: {
                                id: string;
                                code: string;
                                /**
                                 * @description work: 工作安排; livelihood: 民生实事
                                 * @enum {string}
                                 */
                                list: "work" | "livelihood";
                                year: string;
                                text: string;
                                section: string | null;
                                /** @enum {string} */
                                measure: "measured" | "milestone" | "loose";
                                /** @enum {string} */
                                tracking: "measured" | "tracked" | "loose";
                                target: {
                                    comparator: ("exact" | "atLeast" | "over" | "atMost" | "under" | "about") | null;
                                    value: string;
                                    unit: string | null;
                                    indicator: string | null;
                                } | null;
                                office: {
                                    id: string;
                                    name: string;
                                    short: string;
                                    en: string;
                                };
                                support: {
                                    id: string;
                                    name: string;
                                    short: string;
                                    en: string;
                                }[];
                                leader: string;
                                /** Format: date */
                                startsOn: string;
                                /** Format: date */
                                dueOn: string;
                                /** @enum {string} */
                                status: "drafted" | "issued" | "signed" | "active" | "applied" | "closed" | "adjusted";
                                statusName: {
                                    zh: string;
                                    en: string;
                                };
                                /**
                                 * @description By the decision table, or as set by hand
                                 * @enum {string}
                                 */
                                light: "done" | "red" | "yellow" | "green";
                                /** @enum {string} */
                                computedLight: "done" | "red" | "yellow" | "green";
                                overridden: boolean;
                                /** @description The slip that the table asks for */
                                slip: ("blue" | "yellow" | "red") | null;
                                /** @description Number of the rule that matched, 1 to 7 */
                                rule: number;
                                because: {
                                    zh: string;
                                    en: string;
                                }[];
                                /** @description 计划进度 at the end of the last month reported, percent */
                                planned: number;
                                /** @description 完成进度, percent */
                                actual: number;
                                /** @description actual − planned, percentage points */
                                gap: number;
                                /** @description 时间进度 today, percent */
                                time: number;
                                lastMonth: string | null;
                                /** @description Months whose report is late, oldest first */
                                missing: string[];
                                nextNode: {
                                    name: string;
                                    /** Format: date */
                                    plannedOn: string;
                                } | null;
                                closedOn: string | null;
                                evidence: number;
                                letters: number;
                                openLetters: number;
                                synthetic: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/granules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项任务的全部情况 · All about one task */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the granule */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All about one task */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description One task of the ledger with its light */
                            granule: {
                                id: string;
                                code: string;
                                /**
                                 * @description work: 工作安排; livelihood: 民生实事
                                 * @enum {string}
                                 */
                                list: "work" | "livelihood";
                                year: string;
                                text: string;
                                section: string | null;
                                /** @enum {string} */
                                measure: "measured" | "milestone" | "loose";
                                /** @enum {string} */
                                tracking: "measured" | "tracked" | "loose";
                                target: {
                                    comparator: ("exact" | "atLeast" | "over" | "atMost" | "under" | "about") | null;
                                    value: string;
                                    unit: string | null;
                                    indicator: string | null;
                                } | null;
                                office: {
                                    id: string;
                                    name: string;
                                    short: string;
                                    en: string;
                                };
                                support: {
                                    id: string;
                                    name: string;
                                    short: string;
                                    en: string;
                                }[];
                                leader: string;
                                /** Format: date */
                                startsOn: string;
                                /** Format: date */
                                dueOn: string;
                                /** @enum {string} */
                                status: "drafted" | "issued" | "signed" | "active" | "applied" | "closed" | "adjusted";
                                statusName: {
                                    zh: string;
                                    en: string;
                                };
                                /**
                                 * @description By the decision table, or as set by hand
                                 * @enum {string}
                                 */
                                light: "done" | "red" | "yellow" | "green";
                                /** @enum {string} */
                                computedLight: "done" | "red" | "yellow" | "green";
                                overridden: boolean;
                                /** @description The slip that the table asks for */
                                slip: ("blue" | "yellow" | "red") | null;
                                /** @description Number of the rule that matched, 1 to 7 */
                                rule: number;
                                because: {
                                    zh: string;
                                    en: string;
                                }[];
                                /** @description 计划进度 at the end of the last month reported, percent */
                                planned: number;
                                /** @description 完成进度, percent */
                                actual: number;
                                /** @description actual − planned, percentage points */
                                gap: number;
                                /** @description 时间进度 today, percent */
                                time: number;
                                lastMonth: string | null;
                                /** @description Months whose report is late, oldest first */
                                missing: string[];
                                nextNode: {
                                    name: string;
                                    /** Format: date */
                                    plannedOn: string;
                                } | null;
                                closedOn: string | null;
                                evidence: number;
                                letters: number;
                                openLetters: number;
                                synthetic: boolean;
                            };
                            report: {
                                id: string;
                                title: string;
                                start: number;
                                end: number;
                                /** @description Up to 60 characters before the task */
                                before: string;
                                after: string;
                            } | null;
                            nodes: {
                                position: number;
                                name: string;
                                /** Format: date */
                                plannedOn: string;
                                weight: string;
                                doneOn: string | null;
                            }[];
                            progress: {
                                id: string;
                                month: string;
                                planned: number;
                                actual: number;
                                value: string | null;
                                words: string;
                                evidenceNote: string | null;
                                reportedBy: string;
                                /** Format: date */
                                reportedOn: string;
                                /** @enum {string} */
                                verified: "pending" | "verified" | "returned";
                                verifiedBy: string | null;
                                /** @description 1, then one more with every new report or verdict */
                                version: number;
                            }[];
                            letters: {
                                id: string;
                                number: string;
                                /** @enum {string} */
                                colour: "blue" | "yellow" | "red";
                                reason: string;
                                /** Format: date */
                                issuedOn: string;
                                issuedBy: string;
                                /** Format: date */
                                answerDueOn: string;
                                answer: string | null;
                                answeredOn: string | null;
                                answeredBy: string | null;
                                /** @enum {string} */
                                state: "open" | "answered" | "closed";
                                /** @description Not answered by its date */
                                overdue: boolean;
                            }[];
                            evidence: {
                                id: string;
                                name: string;
                                note: string | null;
                                /** Format: date */
                                addedOn: string;
                                addedBy: string;
                                /** @description At /api/records/plan/evidence/{id}/files/{file} */
                                files: {
                                    id: string;
                                    name: string;
                                    /** @description Bytes */
                                    size: number;
                                    sha256: string;
                                    type: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @description How a page may show it beside the row */
                                    preview: ("image" | "pdf") | null;
                                    addedAt: string;
                                    addedBy: string;
                                }[];
                            }[];
                            /** @description Whether the acting person may open the files */
                            evidenceOpen: boolean;
                            /** @description 调整申请, oldest first */
                            applications: {
                                id: string;
                                dueOn: string | null;
                                target: string | null;
                                leadOffice: {
                                    id: string;
                                    name: string;
                                    short: string;
                                    en: string;
                                } | null;
                                reason: string;
                                appliedBy: string;
                                /** Format: date */
                                appliedOn: string;
                                /** @enum {string} */
                                state: "pending" | "approved" | "refused";
                                decidedBy: string | null;
                                decidedOn: string | null;
                                remark: string | null;
                                document: string | null;
                            }[];
                            history: {
                                /** @enum {string} */
                                kind: "status" | "change" | "override";
                                field: string;
                                before: string | null;
                                after: string | null;
                                reason: string | null;
                                approvedBy: string | null;
                                /** @description 批准文号 */
                                document: string | null;
                                changedBy: string;
                                /** Format: date */
                                changedOn: string;
                            }[];
                            /** @description Where the acting person could move it now */
                            actions: {
                                action: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                to: "drafted" | "issued" | "signed" | "active" | "applied" | "closed" | "adjusted";
                            }[];
                            /** @description What else the acting person could do now: which forms the page offers */
                            acts: ("report" | "verify" | "letter" | "answer" | "evidence" | "change" | "applyChange" | "override")[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/offices/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各单位得分 · Scores of offices */
        get: {
            parameters: {
                query?: {
                    year?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Scores of offices */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            formula: {
                                zh: string;
                                en: string;
                            };
                            rows: {
                                office: {
                                    id: string;
                                    name: string;
                                    short: string;
                                    en: string;
                                };
                                leader: string;
                                granules: number;
                                counts: {
                                    done: number;
                                    red: number;
                                    yellow: number;
                                    green: number;
                                };
                                openLetters: number;
                                total: number;
                                onTime: number;
                                progress: number;
                                letters: number;
                                quality: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/granules/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填报月度进展 · Report a month’s progress */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the granule */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The month reported */
                        month: string;
                        /** @description 完成进度, percent, cumulative */
                        actual: number;
                        /** @description Amount so far in the unit of the target */
                        value?: string;
                        /** @description 进展情况 */
                        words: string;
                        evidenceNote?: string;
                    };
                };
            };
            responses: {
                /** @description Report a month’s progress */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            granule: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/granules/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核实或退回一个月的进展 · Verify or return a month’s report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the granule */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        month: string;
                        /** @description The version of the report that was looked at */
                        version: number;
                        /** @enum {string} */
                        verified: "verified" | "returned";
                    };
                };
            };
            responses: {
                /** @description Verify or return a month’s report */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            granule: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/granules/{id}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签发督办单 · Issue a supervision letter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the granule */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        colour: "blue" | "yellow" | "red";
                        /** @description 事由 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Issue a supervision letter */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            granule: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/letters/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复督办单 · Answer a supervision letter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the letter */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 答复 */
                        answer: string;
                    };
                };
            };
            responses: {
                /** @description Answer a supervision letter */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            granule: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/granules/{id}/transition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任务流转：印发、签收、启动、申请销号、退回、销号 · Move a task on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the granule */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "issue" | "sign" | "start" | "apply" | "return" | "close" | "drop";
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Move a task on */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            granule: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/granules/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整目标、时限、牵头单位或亮灯 · Change target, date, lead office or light */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the granule */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        dueOn?: string;
                        target?: string;
                        leadOffice?: string;
                        /** @description Sets the light by hand; null takes it back. Done is for closing alone */
                        light?: ("red" | "yellow" | "green") | null;
                        /** @description 理由 */
                        reason: string;
                        /** @description 批准文号. Target, date and office are changed by a leader, who approves by doing so */
                        document?: string;
                    };
                };
            };
            responses: {
                /** @description Change target, date, lead office or light */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            granule: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/granules/{id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请调整目标、时限或牵头单位 · Apply for a change of target, date or lead office */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the granule */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        dueOn?: string;
                        target?: string;
                        leadOffice?: string;
                        /** @description 理由 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Apply for a change of target, date or lead office */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            granule: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/granules/{id}/applications/{application}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准或不批准调整申请 · Approve or refuse an application for a change */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the granule */
                    id: string;
                    /** @description Id of the application */
                    application: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approved" | "refused";
                        /** @description 批复意见; needed to refuse */
                        remark?: string;
                        /** @description 批准文号 */
                        document?: string;
                    };
                };
            };
            responses: {
                /** @description Approve or refuse an application for a change */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            granule: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 报告所列数字与由记录计算的数字 · Stated figures beside computed ones */
        get: {
            parameters: {
                query?: {
                    /** @description The year summed up; the latest report when left out */
                    period?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Stated figures beside computed ones */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            report: {
                                id: string;
                                title: string;
                                year: string;
                            };
                            rows: {
                                id: string;
                                /** @description Place in the text, UTF-16 units */
                                start: number;
                                text: string;
                                indicatorText: string;
                                /** @description Address of the figure: economy.gdp:growth@2023 */
                                ref: string | null;
                                period: string;
                                stated: string;
                                unit: string;
                                bound: string;
                                /** @description Exact decimal in computedUnit */
                                computed: string | null;
                                computedUnit: string;
                                /** @enum {string} */
                                verdict: "equal" | "different" | "stated" | "missing";
                                /** @description computed − stated in the stated unit */
                                by: string | null;
                                rows: number | null;
                                synthetic: boolean;
                            }[];
                            score: {
                                figures: {
                                    total: number;
                                    computed: number;
                                    equal: number;
                                    different: number;
                                    stated: number;
                                    missing: number;
                                };
                                granules: {
                                    total: number;
                                    measured: number;
                                    tracked: number;
                                    loose: number;
                                };
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/report/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 由台账写出的年度报告 · The report of a year, written from the ledger */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Year, 2023 */
                    period: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report of a year, written from the ledger */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            title: string;
                            year: number;
                            template: {
                                id: string;
                                title: string;
                                year: string;
                            };
                            /** @description True when the year is not over */
                            forecast: boolean;
                            counts: {
                                computed: number;
                                stated: number;
                                forecast: number;
                                missing: number;
                                broken: number;
                            };
                            blocks: {
                                /** @enum {string} */
                                kind: "head" | "title" | "heading" | "paragraph" | "foot";
                                level: number;
                                /** @description Stands on the same line as the heading before it */
                                runsOn: boolean;
                                sentences: {
                                    runs: ({
                                        /** @enum {string} */
                                        type: "words";
                                        text: string;
                                    } | {
                                        /** @enum {string} */
                                        type: "figure";
                                        text: string;
                                        /** @enum {string} */
                                        status: "computed" | "stated" | "forecast" | "missing";
                                        slot: number;
                                        /** @description The words for what the figure measures */
                                        indicator: string;
                                        /** @description Address of the figure; null where the catalogue has no such indicator */
                                        ref: string | null;
                                        notes: {
                                            zh: string;
                                            en: string;
                                        }[];
                                    })[];
                                    broken: {
                                        zh: string;
                                        en: string;
                                        code: string;
                                    }[];
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/report/{period}/docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载年度报告（docx） · Download the report (docx) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    period: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Download the report (docx) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/report/{period}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载年度报告（html） · Download the report (html) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    period: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Download the report (html) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html; charset=utf-8": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/report/{period}/md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载年度报告（md） · Download the report (md) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    period: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Download the report (md) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/markdown; charset=utf-8": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/bulletin/{month}/docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载督查通报（docx） · Download the monthly bulletin (docx) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    month: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Download the monthly bulletin (docx) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/bulletin/{month}/xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载督查通报（xlsx） · Download the monthly bulletin (xlsx) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    month: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Download the monthly bulletin (xlsx) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 读入的文件 · Papers read in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Papers read in */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether the acting person may bring papers */
                            mayRead: boolean;
                            rows: {
                                id: string;
                                fileName: string;
                                /**
                                 * @description report: 总结与安排; plan: 年度工作计划; livelihood: 民生实事清单
                                 * @enum {string}
                                 */
                                paper: "report" | "plan" | "livelihood";
                                title: string;
                                /** @description Of a report the year summed up, of a plan the year planned */
                                year: string;
                                /** @enum {string} */
                                state: "open" | "stored" | "dropped";
                                broughtBy: string;
                                /** Format: date */
                                broughtOn: string;
                                tasks: number;
                                /** @description Kept, without lead office */
                                unled: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 上传报告或计划 · Bring a report or plan */
        post: {
            parameters: {
                query: {
                    /** @description File name */
                    name: string;
                    /** @description report: 总结与安排; plan: 年度工作计划; livelihood: 民生实事清单 */
                    paper: "report" | "plan" | "livelihood";
                    /** @description Where the paper does not say: of a report the year summed up */
                    year?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Bring a report or plan */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/readings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份文件读出了什么 · What was found in a paper */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the reading */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What was found in a paper */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            fileName: string;
                            /**
                             * @description report: 总结与安排; plan: 年度工作计划; livelihood: 民生实事清单
                             * @enum {string}
                             */
                            paper: "report" | "plan" | "livelihood";
                            title: string;
                            /** @description Of a report the year summed up, of a plan the year planned */
                            year: string;
                            /** @enum {string} */
                            state: "open" | "stored" | "dropped";
                            broughtBy: string;
                            /** Format: date */
                            broughtOn: string;
                            planYear: string;
                            publisher: string | null;
                            issuedOn: string | null;
                            /** Format: date */
                            startsOn: string;
                            /** @description Once stored */
                            report: string | null;
                            mayIssue: boolean;
                            /** @description Title of the report of the same year that is there already */
                            replaces: string | null;
                            figures: {
                                start: number;
                                text: string;
                                indicatorText: string;
                                /** @description Address of the figure; null where the catalogue has no such indicator */
                                ref: string | null;
                                name: {
                                    zh: string;
                                    en: string;
                                } | null;
                                period: string;
                            }[];
                            tasks: {
                                id: string;
                                position: number;
                                text: string;
                                section: string | null;
                                /** @enum {string} */
                                measure: "measured" | "milestone" | "loose";
                                comparator: ("exact" | "atLeast" | "over" | "atMost" | "under" | "about") | null;
                                target: string | null;
                                unit: string | null;
                                office: {
                                    id: string;
                                    name: string;
                                    short: string;
                                    en: string;
                                } | null;
                                /** Format: date */
                                dueOn: string;
                                kept: boolean;
                                /** @description Code of the same task in the ledger */
                                known: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/readings/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改正标题、年度、日期 · Correct title, year and dates */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the reading */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        publisher?: string;
                        issuedOn?: string | null;
                        /**
                         * Format: date
                         * @description Planned start of its tasks
                         */
                        startsOn?: string;
                        /** @description Reads the paper anew: what was corrected is as it was found */
                        year?: string;
                    };
                };
            };
            responses: {
                /** @description Correct title, year and dates */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/readings/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改正读出的任务，可成批 · Correct tasks that were found, many at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the reading */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Ids of the tasks that the change is for */
                        tasks: string[];
                        kept?: boolean;
                        text?: string;
                        /** @description Lead office by id */
                        office?: string;
                        /** Format: date */
                        dueOn?: string;
                        /**
                         * @description measured needs a target; the others have none
                         * @enum {string}
                         */
                        measure?: "measured" | "milestone" | "loose";
                        /** @enum {string} */
                        comparator?: "exact" | "atLeast" | "over" | "atMost" | "under" | "about";
                        target?: string;
                        unit?: string;
                    };
                };
            };
            responses: {
                /** @description Correct tasks that were found, many at once */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/readings/{id}/store": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认入台账 · Confirm: into the ledger */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the reading */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Hands the tasks to their offices at once
                         * @default false
                         */
                        issue?: boolean;
                    };
                };
            };
            responses: {
                /** @description Confirm: into the ledger */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            report: string | null;
                            granules: number;
                            planYear: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/readings/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放弃读入的文件 · Drop a paper */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Id of the reading */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Drop a paper */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/public/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公众上报，不用账号 · A resident reports a problem, without an account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description: string;
                        class?: string;
                        address?: string;
                        place?: {
                            longitude: number;
                            latitude: number;
                            /** @enum {string} */
                            datum?: "wgs84" | "gcj02" | "bd09";
                        };
                        name?: string;
                        phone?: string;
                        /** @description Made by the page: sent again by the same key, it is the same report */
                        key?: string;
                    };
                };
            };
            responses: {
                /** @description A resident reports a problem, without an account */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What it is called from now on */
                            number: string;
                            /** @description Opens it together with the number; told once */
                            token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/public/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭编号和查询码看办理情况 · Where a report stands, by its number and code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Where a report stands, by its number and code */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: string;
                            /** @enum {string} */
                            state: "verifying" | "accepting" | "dispatching" | "handling" | "checking" | "closed" | "void" | "merged";
                            description: string;
                            address: string | null;
                            class: string | null;
                            classEn: string | null;
                            office: string | null;
                            officeEn: string | null;
                            due: string | null;
                            rating: number | null;
                            /** @description It can still be said that it is not fixed */
                            canReopen: boolean;
                            why: string | null;
                            events: {
                                what: string;
                                at: string;
                            }[];
                            photos: {
                                id: string;
                                /** @enum {string} */
                                phase: "before" | "after" | "check";
                                at: string;
                            }[];
                            mergedInto: {
                                number: string;
                                /** @enum {string} */
                                state: "verifying" | "accepting" | "dispatching" | "handling" | "checking" | "closed" | "void" | "merged";
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/public/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上报人看一张照片 · The reporter looks at a photo */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        token: string;
                        photo: string;
                    };
                };
            };
            responses: {
                /** @description The reporter looks at a photo */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/png": string;
                        "image/jpeg": string;
                        "image/gif": string;
                        "image/webp": string;
                        "image/tiff": string;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/public/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对结案评价 · Rate what was done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        token: string;
                        rating: number;
                    };
                };
            };
            responses: {
                /** @description Rate what was done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/public/not-fixed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 反映未解决，重新办理 · Say that it is not fixed, which reopens it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        token: string;
                        words: string;
                    };
                };
            };
            responses: {
                /** @description Say that it is not fixed, which reopens it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/public/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 部件和事件的类别 · Classes of components and events */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Classes of components and events */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            classes: {
                                id: string;
                                /** @enum {string} */
                                kind: "part" | "event";
                                code: string;
                                name: string;
                                nameEn: string;
                                parent: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/public/suggest-class": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 由描述猜类别，说明凭什么 · Likely classes of a description, and why */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description: string;
                    };
                };
            };
            responses: {
                /** @description Likely classes of a description, and why */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            classes: {
                                class: string;
                                share: number;
                                because: {
                                    word: string;
                                    seen: number;
                                    of: number;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 采集员、座席录入上报 · A collector or a seat enters a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        channel: "collector" | "hotline" | "camera" | "sensor";
                        description: string;
                        class?: string;
                        /** @enum {string} */
                        severity?: "normal" | "serious" | "urgent";
                        address?: string;
                        place?: {
                            longitude: number;
                            latitude: number;
                            /** @enum {string} */
                            datum?: "wgs84" | "gcj02" | "bd09";
                        };
                        name?: string;
                        phone?: string;
                    };
                };
            };
            responses: {
                /** @description A collector or a seat enters a report */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            number: string;
                            token: string;
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/reports/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件上报的照片，按阶段 · Photos of a report with their phases */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Photos of a report with their phases */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            photos: {
                                id: string;
                                name: string;
                                /** @description Bytes */
                                size: number;
                                sha256: string;
                                type: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description How a page may show it beside the row */
                                preview: ("image" | "pdf") | null;
                                addedAt: string;
                                addedBy: string;
                                phase: ("before" | "after" | "check") | null;
                                /** @description Everybody may see it */
                                public: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 添加现场照片 · Attach a photo of the place */
        post: {
            parameters: {
                query: {
                    phase: "before" | "after" | "check";
                    name: string;
                    takenAt?: string;
                    longitude?: number;
                    latitude?: number;
                    key?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Attach a photo of the place */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/reports/{id}/photos/{photo}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公开一张照片，或不再公开 · Make a photo public, or no longer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    photo: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        released: boolean;
                    };
                };
            };
            responses: {
                /** @description Make a photo public, or no longer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/reports/{id}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理一步：核实、立案、派遣、处置、核查 · Do a step: verify, accept, dispatch, handle, check */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    step: "verify" | "accept" | "dispatch" | "handle" | "check";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description verify: it is there */
                        found?: boolean;
                        /**
                         * @description accept
                         * @enum {string}
                         */
                        filing?: "file" | "refuse";
                        /** @description accept: instead of the one reported */
                        class?: string;
                        /**
                         * @description accept
                         * @enum {string}
                         */
                        severity?: "normal" | "serious" | "urgent";
                        /** @description dispatch: who is responsible */
                        office?: string;
                        /**
                         * @description handle
                         * @enum {string}
                         */
                        outcome?: "done" | "return";
                        /** @description check */
                        pass?: boolean;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Do a step: verify, accept, dispatch, handle, check */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "verifying" | "accepting" | "dispatching" | "handling" | "checking" | "closed" | "void" | "merged";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/reports/{id}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 建议：类别、疑似重复、派给谁，各说明理由 · Advice: class, likely duplicates, whom to send it to, and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Advice: class, likely duplicates, whom to send it to, and why */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            classes: {
                                class: string;
                                share: number;
                                because: {
                                    word: string;
                                    seen: number;
                                    of: number;
                                }[];
                            }[];
                            duplicates: {
                                id: string;
                                number: string;
                                /** @enum {string} */
                                state: "verifying" | "accepting" | "dispatching" | "handling" | "checking" | "closed" | "void" | "merged";
                                description: string;
                                reportedAt: string;
                                metres: number;
                            }[];
                            offices: {
                                office: string;
                                because: {
                                    /** @enum {string} */
                                    kind: "rule" | "past" | "class" | "territory" | "centre";
                                    note?: string;
                                    count?: number;
                                    of?: number;
                                    /** @enum {string} */
                                    where?: "grid" | "street";
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/reports/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 并案：与另一件是同一问题 · Merge a report into another that tells of the same */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        into: string;
                    };
                };
            };
            responses: {
                /** @description Merge a report into another that tells of the same */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/desk/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 派遣工作台：待立案、待派遣，急的在前 · The desk: what waits to be filed or sent, the most urgent first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The desk: what waits to be filed or sent, the most urgent first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accepting: number;
                            dispatching: number;
                            /** @description Sent by oneself today */
                            sent: number;
                            rows: {
                                id: string;
                                number: string;
                                /** @enum {string} */
                                state: "accepting" | "dispatching";
                                /** @enum {string} */
                                channel: "collector" | "hotline" | "citizen" | "camera" | "sensor";
                                /** @enum {string} */
                                severity: "normal" | "serious" | "urgent";
                                class: string | null;
                                description: string;
                                address: string | null;
                                reportedAt: string;
                                due: string | null;
                                late: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/desk/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 派遣工作台：一件的全部和建议 · The desk: one report whole, with advice */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The desk: one report whole, with advice */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "verifying" | "accepting" | "dispatching" | "handling" | "checking" | "closed" | "void" | "merged";
                            /** @enum {string} */
                            channel: "collector" | "hotline" | "citizen" | "camera" | "sensor";
                            /** @enum {string} */
                            severity: "normal" | "serious" | "urgent";
                            class: string | null;
                            description: string;
                            address: string | null;
                            place: {
                                longitude: number;
                                latitude: number;
                            } | null;
                            grid: string | null;
                            street: string | null;
                            reportedAt: string;
                            returns: number;
                            reopened: number;
                            why: string | null;
                            /** @description Who of the desk has taken it */
                            holder: string | null;
                            photos: {
                                id: string;
                                name: string;
                                /** @description Bytes */
                                size: number;
                                sha256: string;
                                type: {
                                    zh: string;
                                    en: string;
                                };
                                /** @description How a page may show it beside the row */
                                preview: ("image" | "pdf") | null;
                                addedAt: string;
                                addedBy: string;
                                phase: ("before" | "after" | "check") | null;
                                /** @description Everybody may see it */
                                public: boolean;
                            }[];
                            duplicates: {
                                id: string;
                                number: string;
                                /** @enum {string} */
                                state: "verifying" | "accepting" | "dispatching" | "handling" | "checking" | "closed" | "void" | "merged";
                                description: string;
                                reportedAt: string;
                                metres: number;
                            }[];
                            options: {
                                class: string;
                                share?: number;
                                because?: {
                                    word: string;
                                    seen: number;
                                    of: number;
                                }[];
                                offices: {
                                    office: string;
                                    because: {
                                        /** @enum {string} */
                                        kind: "rule" | "past" | "class" | "territory" | "centre";
                                        note?: string;
                                        count?: number;
                                        of?: number;
                                        /** @enum {string} */
                                        where?: "grid" | "street";
                                    }[];
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/desk/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某类别在某网格派给谁，说明理由 · Whom to send a class in a cell to, and why */
        get: {
            parameters: {
                query: {
                    class: string;
                    grid?: string;
                    street?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Whom to send a class in a cell to, and why */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            offices: {
                                office: string;
                                because: {
                                    /** @enum {string} */
                                    kind: "rule" | "past" | "class" | "territory" | "centre";
                                    note?: string;
                                    count?: number;
                                    of?: number;
                                    /** @enum {string} */
                                    where?: "grid" | "street";
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/desk/cases/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 立案并派遣，或不予立案 · File and send a report, or refuse it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Where it stood when it was decided
                         * @enum {string}
                         */
                        seen: "accepting" | "dispatching";
                        /** @description With an office: file it as this */
                        class?: string;
                        office?: string;
                        /** @description Instead of an office: why it is not filed */
                        refuse?: string;
                    };
                };
            };
            responses: {
                /** @description File and send a report, or refuse it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 外业任务：由近到远 · What one has to do on the spot, the nearest first */
        get: {
            parameters: {
                query?: {
                    longitude?: number;
                    latitude?: number;
                    limit?: number;
                    offset?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What one has to do on the spot, the nearest first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tasks: {
                                case: string;
                                token: number;
                                /** @enum {string} */
                                step: "verify" | "handle" | "check";
                                /** @description Taken by who asks; else anybody of the office may take it */
                                mine: boolean;
                                due: string | null;
                                /** @description form-js */
                                form: ({
                                    components: ({
                                        type: string;
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                } & {
                                    [key: string]: unknown;
                                }) | null;
                                report: {
                                    id: string;
                                    number: string;
                                    /** @enum {string} */
                                    state: "verifying" | "accepting" | "dispatching" | "handling" | "checking" | "closed" | "void" | "merged";
                                    /** @enum {string} */
                                    severity: "normal" | "serious" | "urgent";
                                    class: string | null;
                                    classEn: string | null;
                                    description: string;
                                    address: string | null;
                                    place: {
                                        longitude: number;
                                        latitude: number;
                                    } | null;
                                    limit: string | null;
                                    why: string | null;
                                    reportedAt: string;
                                };
                                metres: number | null;
                            }[];
                            /** @description Offset of the next page */
                            next: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 区域、部门、岗位评价 · How areas, offices and posts do */
        get: {
            parameters: {
                query: {
                    from?: string;
                    /** @description The last day, included */
                    to?: string;
                    by: "street" | "grid" | "office" | "collector" | "seat" | "dispatcher";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How areas, offices and posts do */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            period: {
                                from: string;
                                to: string;
                            };
                            all: {
                                key: string | null;
                                counts: {
                                    reported: number;
                                    filed: number;
                                    dispatched: number;
                                    dispatchedRight: number;
                                    toHandle: number;
                                    handled: number;
                                    handledOnTime: number;
                                    reworked: number;
                                    toClose: number;
                                    closed: number;
                                    closedOnTime: number;
                                };
                                /** @description 0 to 1; null where there was nothing to count */
                                rates: {
                                    filed: number | null;
                                    dispatchedRight: number | null;
                                    handled: number | null;
                                    handledOnTime: number | null;
                                    reworked: number | null;
                                    closed: number | null;
                                    closedOnTime: number | null;
                                };
                                score: number | null;
                            };
                            rows: {
                                key: string | null;
                                counts: {
                                    reported: number;
                                    filed: number;
                                    dispatched: number;
                                    dispatchedRight: number;
                                    toHandle: number;
                                    handled: number;
                                    handledOnTime: number;
                                    reworked: number;
                                    toClose: number;
                                    closed: number;
                                    closedOnTime: number;
                                };
                                /** @description 0 to 1; null where there was nothing to count */
                                rates: {
                                    filed: number | null;
                                    dispatchedRight: number | null;
                                    handled: number | null;
                                    handledOnTime: number | null;
                                    reworked: number | null;
                                    closed: number | null;
                                    closedOnTime: number | null;
                                };
                                score: number | null;
                            }[];
                            /** @description Of each rate in the score; samples */
                            weights: {
                                [key: string]: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 城管总览：在办、超时、逐日、高发网格 · What is under way, late, by day, and the worst cells */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    /** @description The last day, included */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What is under way, late, by day, and the worst cells */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            period: {
                                from: string;
                                to: string;
                            };
                            states: {
                                [key: string]: number;
                            };
                            late: number;
                            days: {
                                day: string;
                                reported: number;
                                closed: number;
                            }[];
                            /** @description The worst first; all of them with a report, 400 at most */
                            cells: {
                                grid: string;
                                street: string | null;
                                longitude: number;
                                latitude: number;
                                reports: number;
                                again: number;
                                /** @description Reports in the cells whose outlines touch it; of the worst ten */
                                around: number | null;
                            }[];
                            recurDays: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/squares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按等大方格看上报量 · What was reported by squares of equal size */
        get: {
            parameters: {
                query: {
                    from?: string;
                    /** @description The last day, included */
                    to?: string;
                    /** @description m */
                    side: "250" | "500";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What was reported by squares of equal size */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            period: {
                                from: string;
                                to: string;
                            };
                            squares: {
                                grid: string;
                                /** @description Rings of longitude and latitude */
                                outline: number[][][];
                                reports: number;
                                again: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单元网格的边界 · Outlines of the cells */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Outlines of the cells */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cells: {
                                grid: string;
                                street: string;
                                /** @description Rings of longitude and latitude */
                                outline: number[][][];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 指挥大屏：今日、超时、在办分布 · The wall: today, what is late, and where cases are */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The wall: today, what is late, and where cases are */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            states: {
                                verifying: number;
                                accepting: number;
                                dispatching: number;
                                handling: number;
                                checking: number;
                            };
                            overdueCount: number;
                            today: {
                                reported: number;
                                filed: number;
                                closed: number;
                            };
                            overdue: {
                                id: string;
                                number: string;
                                class: string | null;
                                classEn: string | null;
                                address: string | null;
                                unit: string | null;
                                due: string;
                            }[];
                            open: {
                                id: string;
                                /** @enum {string} */
                                state: "verifying" | "accepting" | "dispatching" | "handling" | "checking" | "closed" | "void" | "merged";
                                longitude: number;
                                latitude: number;
                                late: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/cleanest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** “最干净城市”：街道按月得分和最差网格 · Cleanest city: streets by month, and the worst cells */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Cleanest city: streets by month, and the worst cells */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            to: string;
                            weights: {
                                [key: string]: number;
                            };
                            streets: {
                                street: string;
                                /** @description YYYY-MM; null: the whole period */
                                month: string | null;
                                /** @description 0 to 100 */
                                score: number;
                                checks: number;
                                cells: number;
                            }[];
                            worst: {
                                grid: string;
                                street: string;
                                score: number;
                                checks: number;
                                /** @enum {string} */
                                worst: "road" | "waste" | "facade" | "green" | "facility";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/open311/discovery.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open311 服务发现 · Open311 service discovery */
        get: {
            parameters: {
                query?: {
                    jurisdiction_id?: unknown;
                };
                header?: never;
                path: {
                    format: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Open311 service discovery */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/xml": string;
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/open311/v2/discovery.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open311 服务发现 · Open311 service discovery */
        get: {
            parameters: {
                query?: {
                    jurisdiction_id?: unknown;
                };
                header?: never;
                path: {
                    format: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Open311 service discovery */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/xml": string;
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/open311/v2/services.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open311 服务清单 · Open311 list of services */
        get: {
            parameters: {
                query?: {
                    jurisdiction_id?: unknown;
                };
                header?: never;
                path: {
                    format: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Open311 list of services */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/xml": string;
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/open311/v2/services/{code}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open311 一项服务的附加栏目 · Open311 definition of a service */
        get: {
            parameters: {
                query?: {
                    jurisdiction_id?: unknown;
                };
                header?: never;
                path: {
                    code: string;
                    format: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Open311 definition of a service */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/xml": string;
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/open311/v2/tokens/{token}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open311 凭 token 取编号 · Open311 id of a request by its token */
        get: {
            parameters: {
                query?: {
                    jurisdiction_id?: unknown;
                };
                header?: never;
                path: {
                    token: string;
                    format: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Open311 id of a request by its token */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/xml": string;
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/open311/v2/requests.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open311 查询上报 · Open311 requests */
        get: {
            parameters: {
                query?: {
                    jurisdiction_id?: unknown;
                    service_request_id?: unknown;
                    service_code?: unknown;
                    start_date?: unknown;
                    end_date?: unknown;
                    status?: unknown;
                };
                header?: never;
                path: {
                    format: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Open311 requests */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/xml": string;
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        /** Open311 提交上报 · Open311 posts a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    format: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-www-form-urlencoded": {
                        jurisdiction_id?: unknown;
                        api_key?: unknown;
                        service_code?: unknown;
                        lat?: unknown;
                        long?: unknown;
                        address_string?: unknown;
                        description?: unknown;
                        media_url?: unknown;
                        first_name?: unknown;
                        last_name?: unknown;
                        phone?: unknown;
                        email?: unknown;
                        device_id?: unknown;
                        account_id?: unknown;
                        address_id?: unknown;
                    };
                };
            };
            responses: {
                /** @description Open311 posts a request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/xml": string;
                        "application/json": string;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/open311/v2/requests/{id}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open311 一件上报 · Open311 one request */
        get: {
            parameters: {
                query?: {
                    jurisdiction_id?: unknown;
                };
                header?: never;
                path: {
                    id: string;
                    format: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Open311 one request */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/xml": string;
                        "application/json": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/open311/v2/photos/{photo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open311 已公开的照片 · Open311 photo that is public */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    photo: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Open311 photo that is public */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/png": string;
                        "image/jpeg": string;
                        "image/gif": string;
                        "image/webp": string;
                        "image/tiff": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 管网规模与范围 · How much of the network there is, and where */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How much of the network there is, and where */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            networks: {
                                /** @enum {string} */
                                network: "rain" | "sewage" | "combined";
                                nodes: number;
                                pipes: number;
                                /** @description m */
                                length: number;
                            }[];
                            extent: [
                                number,
                                number,
                                number,
                                number
                            ] | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个范围内的管网 · The network in a box */
        get: {
            parameters: {
                query: {
                    /** @description west,south,east,north in degrees */
                    box: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The network in a box */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nodes: {
                                id: string;
                                code: string;
                                /** @enum {string} */
                                kind: "junction" | "storage" | "outfall" | "divider";
                                /** @enum {string} */
                                network: "rain" | "sewage" | "combined";
                                at: [
                                    number,
                                    number
                                ];
                            }[];
                            links: {
                                id: string;
                                code: string;
                                /** @enum {string} */
                                kind: "conduit" | "pump" | "gate" | "weir";
                                /** @enum {string} */
                                network: "rain" | "sewage" | "combined";
                                /** @description m */
                                size: number | null;
                                line: [
                                    number,
                                    number
                                ][];
                            }[];
                            more: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 拓扑检查 · Checks of the topology */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Checks of the topology */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            checks: {
                                /** @enum {string} */
                                check: "uphill" | "dangling" | "crossed" | "shrinking" | "lone" | "loop" | "cutOff";
                                count: number;
                                findings: {
                                    /** @enum {string} */
                                    record: "drainage.nodes" | "drainage.links";
                                    id: string;
                                    code: string;
                                    longitude: number | null;
                                    latitude: number | null;
                                    /** @description m: the rise of an uphill pipe, or the size above */
                                    value: number | null;
                                    /** @description m: the own size of a pipe that shrinks */
                                    own: number | null;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 上游和下游追踪 · What lies above and below */
        get: {
            parameters: {
                query?: {
                    node?: string;
                    link?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What lies above and below */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            up: {
                                nodes: string[];
                                links: string[];
                                /** @description It goes on beyond the limit */
                                more: boolean;
                                /** @description m of conduits */
                                length: number;
                                /** @description ha of catchments */
                                area: number;
                                drainers: number;
                                outfalls: string[];
                            };
                            down: {
                                nodes: string[];
                                links: string[];
                                /** @description It goes on beyond the limit */
                                more: boolean;
                                /** @description m of conduits */
                                length: number;
                                /** @description ha of catchments */
                                area: number;
                                drainers: number;
                                outfalls: string[];
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/section": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 经过一处的干线纵断面，或两处之间的纵断面 · Long section of the main way through a place, or of the way between two */
        get: {
            parameters: {
                query?: {
                    node?: string;
                    link?: string;
                    /** @description The other end of the way: a node, or a link down to its lower node */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Long section of the main way through a place, or of the way between two */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nodes: {
                                id: string;
                                code: string;
                                chainage: number;
                                ground: number;
                                invert: number;
                                water: number | null;
                            }[];
                            links: {
                                id: string;
                                code: string;
                                /** @enum {string} */
                                kind: "conduit" | "pump" | "gate" | "weir";
                                size: number | null;
                                /** @description Between the nodes n and n + 1 */
                                from: number;
                                invert: [
                                    number,
                                    number
                                ];
                                crown: [
                                    number,
                                    number
                                ] | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 管道修复与养护优先次序 · Which pipes are to be repaired and cleaned first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Which pipes are to be repaired and cleaned first */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pipes: {
                                id: string;
                                code: string;
                                size: number | null;
                                length: number | null;
                                importance: ("first" | "second" | "third" | "other") | null;
                                soil: number | null;
                                defects: {
                                    id: string;
                                    number: string;
                                    code: string;
                                    name: string;
                                    nameEn: string;
                                    level: string;
                                    /** @enum {string} */
                                    group: "structural" | "functional";
                                    /** @description Null: not entered from the standard */
                                    score: number | null;
                                    distance: number;
                                    length: number;
                                }[];
                                structural: {
                                    defects: number;
                                    /** @description F of structural defects, G of functional ones */
                                    parameter: number;
                                    /** @enum {string} */
                                    grade: "I" | "II" | "III" | "IV";
                                    mean: number | null;
                                    max: number;
                                    density: number | null;
                                    /** @description RI or MI */
                                    index: number;
                                    /** @enum {string} */
                                    indexGrade: "I" | "II" | "III" | "IV";
                                    /** @description What the index is the sum of, weight × points each */
                                    terms: {
                                        /** @enum {string} */
                                        of: "F" | "G" | "K" | "E" | "T";
                                        weight: number;
                                        points: number;
                                    }[];
                                    /** @description Where it is not empty, parameter, index and grades are the least that they can be */
                                    lacking: ("score" | "importance" | "size" | "soil")[];
                                } | null;
                                functional: {
                                    defects: number;
                                    /** @description F of structural defects, G of functional ones */
                                    parameter: number;
                                    /** @enum {string} */
                                    grade: "I" | "II" | "III" | "IV";
                                    mean: number | null;
                                    max: number;
                                    density: number | null;
                                    /** @description RI or MI */
                                    index: number;
                                    /** @enum {string} */
                                    indexGrade: "I" | "II" | "III" | "IV";
                                    /** @description What the index is the sum of, weight × points each */
                                    terms: {
                                        /** @enum {string} */
                                        of: "F" | "G" | "K" | "E" | "T";
                                        weight: number;
                                        points: number;
                                    }[];
                                    /** @description Where it is not empty, parameter, index and grades are the least that they can be */
                                    lacking: ("score" | "importance" | "size" | "soil")[];
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/links/{id}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一段管道的评估 · The assessment of one pipe */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The assessment of one pipe */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            code: string;
                            size: number | null;
                            length: number | null;
                            importance: ("first" | "second" | "third" | "other") | null;
                            soil: number | null;
                            defects: {
                                id: string;
                                number: string;
                                code: string;
                                name: string;
                                nameEn: string;
                                level: string;
                                /** @enum {string} */
                                group: "structural" | "functional";
                                /** @description Null: not entered from the standard */
                                score: number | null;
                                distance: number;
                                length: number;
                            }[];
                            structural: {
                                defects: number;
                                /** @description F of structural defects, G of functional ones */
                                parameter: number;
                                /** @enum {string} */
                                grade: "I" | "II" | "III" | "IV";
                                mean: number | null;
                                max: number;
                                density: number | null;
                                /** @description RI or MI */
                                index: number;
                                /** @enum {string} */
                                indexGrade: "I" | "II" | "III" | "IV";
                                /** @description What the index is the sum of, weight × points each */
                                terms: {
                                    /** @enum {string} */
                                    of: "F" | "G" | "K" | "E" | "T";
                                    weight: number;
                                    points: number;
                                }[];
                                /** @description Where it is not empty, parameter, index and grades are the least that they can be */
                                lacking: ("score" | "importance" | "size" | "soil")[];
                            } | null;
                            functional: {
                                defects: number;
                                /** @description F of structural defects, G of functional ones */
                                parameter: number;
                                /** @enum {string} */
                                grade: "I" | "II" | "III" | "IV";
                                mean: number | null;
                                max: number;
                                density: number | null;
                                /** @description RI or MI */
                                index: number;
                                /** @enum {string} */
                                indexGrade: "I" | "II" | "III" | "IV";
                                /** @description What the index is the sum of, weight × points each */
                                terms: {
                                    /** @enum {string} */
                                    of: "F" | "G" | "K" | "E" | "T";
                                    weight: number;
                                    points: number;
                                }[];
                                /** @description Where it is not empty, parameter, index and grades are the least that they can be */
                                lacking: ("score" | "importance" | "size" | "soil")[];
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/permits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 许可或检测有问题的排水户 · Drainers without a permit, with one that runs out, or whose test exceeded */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Drainers without a permit, with one that runs out, or whose test exceeded */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            counts: {
                                [key: string]: number;
                            };
                            /** @description Key drainers first; one may be there twice, with its permit and with its test */
                            drainers: {
                                id: string;
                                name: string;
                                /** @enum {string} */
                                class: "industry" | "construction" | "restaurant" | "medical" | "carWash" | "bath" | "salon" | "hotel" | "petrol" | "transfer" | "market" | "other";
                                important: boolean;
                                /** @enum {string} */
                                concern: "none" | "expired" | "soon" | "exceeded";
                                permit: string | null;
                                permitTo: string | null;
                                testedOn: string | null;
                                /** @description Where its sewage comes in */
                                node: string | null;
                                nodeCode: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 由登记生成的 SWMM 模型（.inp） · The register as a model of SWMM (.inp) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The register as a model of SWMM (.inp) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
            };
        };
        put?: never;
        /** 由 SWMM 模型（.inp）登记管网 · Enters a network from a model of SWMM (.inp) */
        post: {
            parameters: {
                query: {
                    name: string;
                    network: "rain" | "sewage" | "combined";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Enters a network from a model of SWMM (.inp) */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nodes: number;
                            links: number;
                            catchments: number;
                            /** @description What the register has no column for */
                            left: {
                                id: string;
                                /** @enum {string} */
                                why: "outlet" | "section" | "unplaced";
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/diagnoses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 监测诊断：待处理的问题 · What sensors show to be wrong */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What sensors show to be wrong */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            diagnoses: {
                                id: string;
                                number: string;
                                /** @enum {string} */
                                kind: "mixed" | "infiltration" | "blockage" | "stuck" | "drift" | "range" | "silent";
                                sensor: string;
                                device: string;
                                deviceCode: string;
                                beside: string | null;
                                besideCode: string | null;
                                node: string | null;
                                link: string | null;
                                /** @description Code of the node or link */
                                place: string | null;
                                value: number;
                                limit: number;
                                unit: string;
                                /** @description Per cent, by the points of the rule */
                                confidence: number;
                                numbers: {
                                    [key: string]: number;
                                };
                                from: string;
                                to: string;
                                foundAt: string;
                                seenAt: string;
                                /** @description The case of maintenance that runs */
                                case: string | null;
                                synthetic: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/diagnoses/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条诊断的依据 · What a finding goes by */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What a finding goes by */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            finding: {
                                id: string;
                                number: string;
                                /** @enum {string} */
                                kind: "mixed" | "infiltration" | "blockage" | "stuck" | "drift" | "range" | "silent";
                                sensor: string;
                                device: string;
                                deviceCode: string;
                                beside: string | null;
                                besideCode: string | null;
                                node: string | null;
                                link: string | null;
                                /** @description Code of the node or link */
                                place: string | null;
                                value: number;
                                limit: number;
                                unit: string;
                                /** @description Per cent, by the points of the rule */
                                confidence: number;
                                numbers: {
                                    [key: string]: number;
                                };
                                from: string;
                                to: string;
                                foundAt: string;
                                seenAt: string;
                                /** @description The case of maintenance that runs */
                                case: string | null;
                                synthetic: boolean;
                            };
                            series: {
                                /** @enum {string} */
                                what: "sensor" | "beside" | "rain";
                                code: string;
                                /** @enum {string} */
                                measures: "level" | "flow" | "rain";
                                /** @description [at, least, most] */
                                points: [
                                    string,
                                    number,
                                    number
                                ][];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/maintenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出养护：一条诊断，或一段管道的缺陷 · Begin maintenance of a finding, or of the defects of a pipe */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Begin maintenance of a finding, or of the defects of a pipe */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            case: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/twin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 内涝预报：孪生最近一次推演，或一场重演的一次推演 · The newest run of the twin, or one of a replay: where water will stand */
        get: {
            parameters: {
                query?: {
                    /** @description Left out: the twin itself, or the newest replay where it never ran */
                    replay?: string;
                    /** @description Of the replay; left out: the newest, or of one that has ended the wettest */
                    run?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The newest run of the twin, or one of a replay: where water will stand */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Levels and flows that sensors measure */
                            watched: {
                                device: string;
                                node: string | null;
                                link: string | null;
                                code: string;
                            }[];
                            /** @description m over the ground from which on a level counts */
                            levels: {
                                [key: string]: number;
                            };
                            /** @description What the forecast of rain is multiplied by, side by side */
                            rains: number[];
                            run: {
                                id: string;
                                at: string;
                                until: string;
                                /** @description Older than a quarter of an hour */
                                stale: boolean;
                                synthetic: boolean;
                                /** @description That were believed */
                                sensors: number;
                                doubted: string | null;
                                /** @description m: error before the correction */
                                before: number | null;
                                after: number | null;
                                /** @description mm since the run before */
                                rainPast: number;
                                /** @description mm */
                                rainAhead: number;
                                seconds: number;
                            } | null;
                            /** @description Whether the twin itself has a run to show */
                            live: boolean;
                            /** @description The replay that the run is of */
                            replay: {
                                id: string;
                                from: string;
                                to: string;
                                /** @description mm */
                                rain: number;
                                /** @description Minutes from run to run */
                                every: number;
                                /** @enum {string} */
                                state: "running" | "done" | "cancelled" | "failed";
                                turns: number;
                                total: number;
                                synthetic: boolean;
                            } | null;
                            /** @description All runs of the replay, the earliest first */
                            runs: {
                                id: string;
                                at: string;
                                standing: number;
                            }[];
                            places: {
                                node: string;
                                code: string;
                                at: [
                                    number,
                                    number
                                ] | null;
                                level: ("blue" | "yellow" | "orange" | "red") | null;
                                /** @description m over the ground */
                                depth: number;
                                begins: string | null;
                                peakAt: string;
                                minutes: number;
                                /** @description % */
                                certainty: number;
                            }[];
                            /** @description Who and what goes out for a warning; a level that is not there asks for nobody */
                            plan: {
                                /** @enum {string} */
                                level: "blue" | "yellow" | "orange" | "red";
                                people: number;
                                pumps: number;
                                closure: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            warnings: {
                                id: string;
                                node: string;
                                code: string;
                                /** @enum {string} */
                                level: "blue" | "yellow" | "orange" | "red";
                                /** @enum {string} */
                                state: "open" | "over";
                                issued: string;
                                /** @description When water comes; null where only the heaviest rain brings it */
                                begins: string | null;
                                /** @description m over the ground */
                                depth: number;
                                /** @description % */
                                certainty: number;
                                case: string | null;
                            }[];
                            /** @description mm/h */
                            rain: {
                                past: [
                                    string,
                                    number
                                ][];
                                ahead: [
                                    string,
                                    number
                                ][];
                            };
                            errors: {
                                at: string;
                                before: number;
                                after: number;
                            }[];
                            scores: {
                                /** @description Minutes ahead */
                                lead: number;
                                count: number;
                                /** @description m: root mean square of level foreseen less measured */
                                error: number;
                                /** @description m: the same of saying that the level stays */
                                still: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/twin/field": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次推演的逐时段水深与流量 · Depths and flows of a run over the hours to come */
        get: {
            parameters: {
                query: {
                    run: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Depths and flows of a run over the hours to come */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            times: string[];
                            /** @description cm over the bottom, by id */
                            nodes: {
                                [key: string]: number[];
                            };
                            /** @description L/s, by id */
                            links: {
                                [key: string]: number[];
                            };
                            /** @description cm from the bottom to the ground, of nodes where water can come out */
                            ground: {
                                [key: string]: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/twin/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个节点或一段管的过程线 · One node or link over time */
        get: {
            parameters: {
                query?: {
                    node?: string;
                    link?: string;
                    /** @description The newest of the twin where left out */
                    run?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One node or link over time */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            code: string;
                            /** @enum {string} */
                            kind: "node" | "link";
                            /** @description m from the bottom to the ground */
                            ground: number | null;
                            sensor: string | null;
                            measured: [
                                string,
                                number
                            ][];
                            before: [
                                string,
                                number
                            ][];
                            after: [
                                string,
                                number
                            ][];
                            ahead: [
                                string,
                                number
                            ][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 过去的暴雨和已有的重演 · Storms that are past, and replays of them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Storms that are past, and replays of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Whether who asks may begin one */
                            may: boolean;
                            storms: {
                                begins: string;
                                ends: string;
                                /** @description mm, mean of the gauges */
                                rain: number;
                                /** @description The stretch to replay: some time before it and after it */
                                from: string;
                                to: string;
                            }[];
                            replays: {
                                id: string;
                                from: string;
                                to: string;
                                /** @description mm */
                                rain: number;
                                /** @description Minutes from run to run */
                                every: number;
                                /** @enum {string} */
                                state: "running" | "done" | "cancelled" | "failed";
                                turns: number;
                                total: number;
                                synthetic: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 重演过去的一段 · Begin the replay of a stretch that is past */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Begin the replay of a stretch that is past */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/replays/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消重演 · End a replay early */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description End a replay early */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drainage/scenario/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 供浏览器推演的模型：由登记生成，可带孪生的状态 · The register as a model that a browser runs, with the state of the twin where asked */
        get: {
            parameters: {
                query: {
                    state: "twin" | "empty";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The register as a model that a browser runs, with the state of the twin where asked */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description A .inp of EPA SWMM 5.2 */
                            model: string;
                            gauge: string;
                            /** @description When it begins */
                            at: string;
                            /** @description A hot-start file in base64 */
                            state: string | null;
                            /** @description Ids of rows by name in the model */
                            nodes: {
                                [key: string]: string;
                            };
                            links: {
                                [key: string]: string;
                            };
                            /** @description m from the bottom to the ground, by name, of nodes where water can come out */
                            ground: {
                                [key: string]: number;
                            };
                            /** @description m over the ground */
                            levels: {
                                blue: number;
                                yellow: number;
                            };
                            /** @description Design storms of the zone, but for how rare they are; minutes */
                            storm: {
                                formula: {
                                    A1: number;
                                    C: number;
                                    b: number;
                                    n: number;
                                };
                                duration: number;
                                peak: number;
                                step: number;
                            };
                            /** @description mm/h: the newest forecast of the hours to come */
                            rain: [
                                string,
                                number
                            ][];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/economy/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 主要指标：最新累计、增速、位次、差距、连续性和走势 · Headline indicators: level, growth, rank, gap, streak, course */
        get: {
            parameters: {
                query?: {
                    period?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Headline indicators: level, growth, rank, gap, streak, course */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            today: string;
                            items: {
                                indicator: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                unit: string;
                                decimals: number;
                                /** @enum {string} */
                                grain: "day" | "month" | "quarter" | "year";
                                period: string | null;
                                collecting: string | null;
                                value: string | null;
                                growth: string | null;
                                rank: number | null;
                                gap: string | null;
                                streak: {
                                    count: number;
                                    unit: string;
                                } | null;
                                /** @enum {string} */
                                status: "computed" | "stated" | "inferred" | "forecast" | "missing";
                                synthetic: boolean;
                                sparkline: {
                                    month: string;
                                    /** @description 精确小数 exact decimal */
                                    value: string;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/economy/peers/{indicator}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 与全市及各区县比较：位次、差距和逐期变化 · Against the city and its districts: rank, gap, course */
        get: {
            parameters: {
                query?: {
                    period?: string;
                };
                header?: never;
                path: {
                    indicator: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Against the city and its districts: rank, gap, course */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            indicator: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            aspect: "growth" | "level";
                            unit: string;
                            period: string;
                            rank: number | null;
                            gap: string | null;
                            city: string | null;
                            synthetic: boolean;
                            places: {
                                place: string;
                                /** @description 精确小数 exact decimal */
                                value: string;
                                rank: number;
                                own: boolean;
                            }[];
                            course: {
                                period: string;
                                /** @description 精确小数 exact decimal */
                                value: string;
                                rank: number | null;
                                gap: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/economy/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填报或更正一个单位的一项数据 · File or correct one number of one unit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        unit: string;
                        /** @enum {string} */
                        item: "economy.gdp" | "economy.fiscal-revenue" | "economy.general-budget-revenue" | "economy.fixed-asset-investment" | "economy.retail-wholesale-sales" | "economy.exports" | "economy.industrial-output" | "economy.industrial-value-added" | "economy.industrial-tax" | "economy.industrial-land" | "economy.digital-revenue" | "economy.digital-manufacturing-value-added" | "economy.research-spending";
                        month: string;
                        /** @description 万元，用地为亩；最多两位小数 · 10,000 yuan, mu for land */
                        value: string | number;
                        comparable?: (string | number) | null;
                        /** @description 更正已报数据 replaces what was filed */
                        correct?: boolean;
                        /** @description 已核实大幅变动 a big jump was checked */
                        confirm?: boolean;
                    };
                };
            };
            responses: {
                /** @description File or correct one number of one unit */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            corrected: boolean;
                            before: string | null;
                            row: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/ladder/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一家企业在梯度上的位置 · Where one enterprise stands on the ladder */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Where one enterprise stands on the ladder */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            held: {
                                scheme: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                state: "granted" | "applied";
                                on: string | null;
                                /** @description The first day on which it no longer holds; null: for good */
                                validTo: string | null;
                                /** @description It ends within so many days */
                                alarm?: 30 | 90 | 180;
                            }[];
                            rungs: {
                                scheme: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                held?: {
                                    scheme: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    /** @enum {string} */
                                    state: "granted" | "applied";
                                    on: string | null;
                                    /** @description The first day on which it no longer holds; null: for good */
                                    validTo: string | null;
                                    /** @description It ends within so many days */
                                    alarm?: 30 | 90 | 180;
                                };
                                /** @description null: nothing was filed to judge it by; left out: no rule is entered */
                                verdict?: {
                                    decision: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    basis: {
                                        zh: string;
                                        en: string;
                                    };
                                    sample: boolean;
                                    office: string;
                                    version: number | null;
                                    says: string;
                                    /** @enum {string} */
                                    standing: "passes" | "near" | "fails" | "unknown";
                                    missing: {
                                        label: string;
                                        /** @description What the rule asks for, as its cell says it */
                                        test: string;
                                        /** @description What there is */
                                        operand: unknown;
                                        /** @description How much a number is short */
                                        by?: string;
                                        /** @description It was not filed */
                                        unknown: boolean;
                                    }[];
                                    whatIf: {
                                        input: string;
                                        name?: {
                                            zh: string;
                                            en: string;
                                        };
                                        unit?: string;
                                        now: unknown;
                                        next: unknown;
                                        answer: unknown;
                                    }[];
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/rungs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 梯度各台阶：有多少家、还差一步的、将到期的 · Each rung: holders, who is near, what ends soon */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Each rung: holders, who is near, what ends soon */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            scheme: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            holders: number;
                            /** @description Holders a year ago */
                            before: number;
                            applied: number;
                            /** @description By 30, 90 and 180 days */
                            ending: {
                                [key: string]: number;
                            };
                            decision?: string;
                            sample: boolean;
                            /** @description null: no rule in force that the database can ask */
                            reach: {
                                ready: number;
                                near: number;
                            } | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/near": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 还差一步（或已达标未申报）的企业 · Who is one step away, or passes and has not applied */
        get: {
            parameters: {
                query: {
                    scheme: "national-tech-sme" | "provincial-tech-sme" | "innovative-sme" | "high-tech" | "specialised-sme" | "little-giant" | "provincial-little-giant" | "champion" | "leading-tech" | "eagle" | "listed" | "supply-chain-leader" | "innovation-top-500" | "software-top-100" | "china-top-500" | "quality-mark" | "provincial-institute" | "high-tech-centre" | "key-laboratory" | "key-institute" | "technology-centre";
                    kind?: "near" | "ready";
                    /** @description `way.input`, as the list of tests has it */
                    test?: string;
                    sort?: "gap" | "-gap" | "title" | "-title";
                    offset?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Who is one step away, or passes and has not applied */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            /** @description What they lack */
                            tests: {
                                label: string;
                                test: string;
                                id: string;
                                count: number;
                            }[];
                            rows: {
                                id: string;
                                name: string;
                                lacks: {
                                    label: string;
                                    test: string;
                                } | null;
                                value: string | null;
                                short: string | null;
                                unknown: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/near/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出还差一步的企业 · The list of who is one step away as CSV */
        get: {
            parameters: {
                query: {
                    scheme: "national-tech-sme" | "provincial-tech-sme" | "innovative-sme" | "high-tech" | "specialised-sme" | "little-giant" | "provincial-little-giant" | "champion" | "leading-tech" | "eagle" | "listed" | "supply-chain-leader" | "innovation-top-500" | "software-top-100" | "china-top-500" | "quality-mark" | "provincial-institute" | "high-tech-centre" | "key-laboratory" | "key-institute" | "technology-centre";
                    kind?: "near" | "ready";
                    /** @description `way.input`, as the list of tests has it */
                    test?: string;
                    sort?: "gap" | "-gap" | "title" | "-title";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The list of who is one step away as CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 将到期、须重新申报的荣誉资质 · What ends soon and has to be applied for again */
        get: {
            parameters: {
                query?: {
                    scheme?: "national-tech-sme" | "provincial-tech-sme" | "innovative-sme" | "high-tech" | "specialised-sme" | "little-giant" | "provincial-little-giant" | "champion" | "leading-tech" | "eagle" | "listed" | "supply-chain-leader" | "innovation-top-500" | "software-top-100" | "china-top-500" | "quality-mark" | "provincial-institute" | "high-tech-centre" | "key-laboratory" | "key-institute" | "technology-centre";
                    within?: number;
                    offset?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What ends soon and has to be applied for again */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            rows: {
                                /** @description Of the honour */
                                id: string;
                                enterprise: string;
                                name: string;
                                scheme: string;
                                schemeName: {
                                    zh: string;
                                    en: string;
                                };
                                validTo: string;
                                days: number;
                                /** @description It ends within so many days */
                                alarm?: 30 | 90 | 180;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 疑似重复登记的企业 · Rows of the register that may be one enterprise */
        get: {
            parameters: {
                query?: {
                    offset?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Rows of the register that may be one enterprise */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            rows: {
                                a: {
                                    id: string;
                                    name: string;
                                    code: string;
                                };
                                b: {
                                    id: string;
                                    name: string;
                                    code: string;
                                };
                                whys: ("name" | "organisation" | "mobile" | "representative" | "address")[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/merges/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 合并预演：会移动什么、哪些要选定（不保存） · What a merge would move and what must be decided; keeps nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        survivor: string;
                        merged: string;
                    };
                };
            };
            responses: {
                /** @description What a merge would move and what must be decided; keeps nothing */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            moves: {
                                record: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                column: string;
                                rows: number;
                            }[];
                            collisions: {
                                key: string;
                                record: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                survivorRow: string;
                                mergedRow: string;
                                same: boolean;
                            }[];
                            /** @description Columns in which the two rows differ and which can be taken over */
                            differ: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把两条登记合为一家 · Makes two rows of the register one enterprise */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        survivor: string;
                        merged: string;
                        why: string;
                        /** @default [] */
                        take?: string[];
                        /** @default {} */
                        keep?: {
                            [key: string]: "survivor" | "merged";
                        };
                    };
                };
            };
            responses: {
                /** @description Makes two rows of the register one enterprise */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销合并 · Undoes a merge */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Undoes a merge */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/distinctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认定两条登记不是同一家 · Says that two rows of the register are two enterprises */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        a: string;
                        b: string;
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Says that two rows of the register are two enterprises */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enterprises/distinctions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销“不是同一家”的认定 · Undoes that two rows were said to be two enterprises */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Undoes that two rows were said to be two enterprises */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各年度各分组的评价进度 · How far the evaluation of each year and group has come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How far the evaluation of each year and group has come */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            schemes: {
                                id: string;
                                name: string;
                                year: string;
                                /** @enum {string} */
                                segment: "above" | "below" | "small" | "tenant";
                                official: boolean;
                                firms: number;
                                confirmed: number;
                                round: {
                                    id: string;
                                    /** @enum {string} */
                                    state: "computed" | "notice" | "published";
                                    evaluated: number;
                                    computedBy: string;
                                    noticeFrom: string | null;
                                    noticeTo: string | null;
                                    publishedBy: string | null;
                                    publishedOn: string | null;
                                    open: number;
                                } | null;
                                moves: {
                                    /** @enum {string} */
                                    step: "evaluate" | "notice" | "publish";
                                    who: {
                                        zh: string;
                                        en: string;
                                    };
                                    because: {
                                        zh: string;
                                        en: string;
                                    } | null;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次评价：档次分布、分数线、否决、不参评、异议 · One evaluation: classes, cuts, vetoes, exemptions, objections */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One evaluation: classes, cuts, vetoes, exemptions, objections */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            scheme: {
                                id: string;
                                name: string;
                                year: string;
                                /** @enum {string} */
                                segment: "above" | "below" | "small" | "tenant";
                                official: boolean;
                                firms: number;
                                confirmed: number;
                                round: {
                                    id: string;
                                    /** @enum {string} */
                                    state: "computed" | "notice" | "published";
                                    evaluated: number;
                                    computedBy: string;
                                    noticeFrom: string | null;
                                    noticeTo: string | null;
                                    publishedBy: string | null;
                                    publishedOn: string | null;
                                    open: number;
                                } | null;
                                moves: {
                                    /** @enum {string} */
                                    step: "evaluate" | "notice" | "publish";
                                    who: {
                                        zh: string;
                                        en: string;
                                    };
                                    because: {
                                        zh: string;
                                        en: string;
                                    } | null;
                                }[];
                            };
                            shares: {
                                /** @enum {string} */
                                class: "A" | "B" | "C" | "D" | "N";
                                firms: number;
                                least: string | null;
                                most: string | null;
                                byFloor: number;
                                byVeto: number;
                            }[];
                            exemptions: {
                                /** @enum {string} */
                                reason: "utility" | "new" | "building" | "moved";
                                firms: number;
                            }[];
                            vetoes: {
                                /** @enum {string} */
                                kind: "safety" | "environment" | "fraud" | "building" | "refusal" | "research";
                                firms: number;
                            }[];
                            objections: {
                                id: string;
                                result: string | null;
                                name: string;
                                reason: string;
                                filedOn: string;
                                state: string;
                                answer: string | null;
                                decidedOn: string | null;
                            }[];
                            mayAnswer: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/rounds/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次评价的结果，按位次 · Results of one evaluation by place */
        get: {
            parameters: {
                query?: {
                    only?: string;
                    search?: string;
                    offset?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Results of one evaluation by place */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            page: number;
                            rows: {
                                id: string;
                                name: string;
                                /** @description 精确小数 exact decimal */
                                score: string;
                                rank: number | null;
                                /** @enum {string} */
                                class: "A" | "B" | "C" | "D" | "N";
                                byRank: ("A" | "B" | "C" | "D" | "N") | null;
                                moved: ("floor" | "veto") | null;
                                exemption: ("utility" | "new" | "building" | "moved") | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/results/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一家企业的得分怎样算出；企业只看到自己的 · How the score of one firm came about; a firm sees its own */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How the score of one firm came about; a firm sees its own */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            /** @description 精确小数 exact decimal */
                            score: string;
                            rank: number | null;
                            /** @enum {string} */
                            class: "A" | "B" | "C" | "D" | "N";
                            byRank: ("A" | "B" | "C" | "D" | "N") | null;
                            moved: ("floor" | "veto") | null;
                            exemption: ("utility" | "new" | "building" | "moved") | null;
                            firm: string;
                            ranked: number;
                            deducted: string | null;
                            points: {
                                /** @enum {string} */
                                measure: "tax_land" | "value_land" | "value_energy" | "value_emissions" | "value_staff" | "research_revenue" | "tax_electricity" | "revenue_land";
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                unit: string;
                                value: string | null;
                                /** @description 精确小数 exact decimal */
                                benchmark: string;
                                /** @description 精确小数 exact decimal */
                                weight: string;
                                /** @description 精确小数 exact decimal */
                                points: string;
                                /** @enum {string} */
                                reason: "scored" | "capped" | "missing" | "negative" | "average";
                            }[];
                            found: {
                                /** @enum {string} */
                                kind: "safety" | "environment" | "fraud" | "building" | "refusal" | "research";
                                /** @enum {string} */
                                best: "A" | "B" | "C" | "D" | "N";
                            }[];
                            members: {
                                firm: string;
                                name: string;
                            }[];
                            synthetic: boolean;
                            next: string | null;
                            scheme: {
                                id: string;
                                name: string;
                                year: string;
                                /** @enum {string} */
                                segment: "above" | "below" | "small" | "tenant";
                                official: boolean;
                                round: {
                                    id: string;
                                    /** @enum {string} */
                                    state: "computed" | "notice" | "published";
                                    evaluated: number;
                                    computedBy: string;
                                    noticeFrom: string | null;
                                    noticeTo: string | null;
                                    publishedBy: string | null;
                                    publishedOn: string | null;
                                    open: number;
                                } | null;
                            };
                            cap: string | null;
                            policy: {
                                verdict: string;
                                /** @description 精确小数 exact decimal */
                                water: string;
                                /** @description 精确小数 exact decimal */
                                power: string;
                                /** @description 精确小数 exact decimal */
                                relief: string;
                                sample: boolean;
                            } | null;
                            objections: {
                                id: string;
                                result: string | null;
                                name: string;
                                reason: string;
                                filedOn: string;
                                state: string;
                                answer: string | null;
                                decidedOn: string | null;
                            }[];
                            mayObject: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/enterprises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 企业库中一家企业最近一次亩均评价 · The newest evaluation of an enterprise of the register */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The newest evaluation of an enterprise of the register */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            /** @description 精确小数 exact decimal */
                            score: string;
                            rank: number | null;
                            /** @enum {string} */
                            class: "A" | "B" | "C" | "D" | "N";
                            byRank: ("A" | "B" | "C" | "D" | "N") | null;
                            moved: ("floor" | "veto") | null;
                            exemption: ("utility" | "new" | "building" | "moved") | null;
                            firm: string;
                            ranked: number;
                            deducted: string | null;
                            points: {
                                /** @enum {string} */
                                measure: "tax_land" | "value_land" | "value_energy" | "value_emissions" | "value_staff" | "research_revenue" | "tax_electricity" | "revenue_land";
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                unit: string;
                                value: string | null;
                                /** @description 精确小数 exact decimal */
                                benchmark: string;
                                /** @description 精确小数 exact decimal */
                                weight: string;
                                /** @description 精确小数 exact decimal */
                                points: string;
                                /** @enum {string} */
                                reason: "scored" | "capped" | "missing" | "negative" | "average";
                            }[];
                            found: {
                                /** @enum {string} */
                                kind: "safety" | "environment" | "fraud" | "building" | "refusal" | "research";
                                /** @enum {string} */
                                best: "A" | "B" | "C" | "D" | "N";
                            }[];
                            members: {
                                firm: string;
                                name: string;
                            }[];
                            synthetic: boolean;
                            next: string | null;
                            scheme: {
                                id: string;
                                name: string;
                                year: string;
                                /** @enum {string} */
                                segment: "above" | "below" | "small" | "tenant";
                                official: boolean;
                                round: {
                                    id: string;
                                    /** @enum {string} */
                                    state: "computed" | "notice" | "published";
                                    evaluated: number;
                                    computedBy: string;
                                    noticeFrom: string | null;
                                    noticeTo: string | null;
                                    publishedBy: string | null;
                                    publishedOn: string | null;
                                    open: number;
                                } | null;
                            };
                            cap: string | null;
                            policy: {
                                verdict: string;
                                /** @description 精确小数 exact decimal */
                                water: string;
                                /** @description 精确小数 exact decimal */
                                power: string;
                                /** @description 精确小数 exact decimal */
                                relief: string;
                                sample: boolean;
                            } | null;
                            objections: {
                                id: string;
                                result: string | null;
                                name: string;
                                reason: string;
                                filedOn: string;
                                state: string;
                                answer: string | null;
                                decidedOn: string | null;
                            }[];
                            mayObject: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/land": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按地块归集各企业的用地面积和承租户数 · Sum the plots of every firm into its land and tenants */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        year: string;
                    };
                };
            };
            responses: {
                /** @description Sum the plots of every firm into its land and tenants */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按一个方案试算全部企业 · Evaluate all firms of a scheme */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        scheme: string;
                    };
                };
            };
            responses: {
                /** @description Evaluate all firms of a scheme */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/rounds/{id}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示评价结果 · Put results on public notice */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Put results on public notice */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/rounds/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提出异议：企业自行提出，或由统计人员代录 · Object: the firm itself, or entered for it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        firm: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Object: the firm itself, or entered for it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/objections/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复异议 · Answer an objection */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "upheld" | "rejected";
                        answer: string;
                    };
                };
            };
            responses: {
                /** @description Answer an objection */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/efficiency/rounds/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公布评价结果；须由试算人以外的人公布 · Publish results; by another than who computed them */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Publish results; by another than who computed them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 积分批次 · Rounds of points */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Rounds of points */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rounds: {
                                id: string;
                                month: string;
                                state: string;
                                scored: number | null;
                                scheme: string;
                                standing: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 开一个月的积分批次 · Open a month’s round */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        scheme: string;
                        month: string;
                        /** Format: date */
                        asOf: string;
                    };
                };
            };
            responses: {
                /** @description Open a month’s round */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个批次：各阶段分布、方案、可办的步骤 · One round: spread by stage, scheme, open steps */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One round: spread by stage, scheme, open steps */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            round: {
                                id: string;
                                month: string;
                                state: string;
                                as_of: string;
                                data_at: string | null;
                                scored: number | null;
                                computed_by: string | null;
                                notice_from: string | null;
                                notice_to: string | null;
                                published_by: string | null;
                                published_on: string | null;
                                remark: string | null;
                                synthetic: boolean;
                            };
                            scheme: {
                                id: string;
                                name: string;
                                standing: string;
                                basis: string;
                                keeper: string;
                            };
                            sums: {
                                stage: string;
                                sum: string;
                            }[];
                            indicators: {
                                id: string;
                                number: number;
                                group: string;
                                name: string;
                                expression: string;
                                unit: string;
                                counts: string;
                                normaliser: string;
                                benchmark: string | null;
                                bands: string | null;
                                weight_seed: string | null;
                                weight_start: string | null;
                                weight_growth: string | null;
                                weight_expansion: string | null;
                                weight_stable: string | null;
                            }[];
                            stages: {
                                stage: string;
                                from: string;
                                count: number;
                                mean: string | null;
                                median: string | null;
                                best: string | null;
                                bins: number[];
                                places: {
                                    list: string;
                                    last: number;
                                }[];
                            }[];
                            objections: number;
                            steps: ("confirm" | "score" | "notice" | "publish" | "reopen")[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/enterprises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一家企业的积分及依据 · One enterprise’s points, explained */
        get: {
            parameters: {
                query?: {
                    month?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One enterprise’s points, explained */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            score: {
                                id: string;
                                enterprise: string;
                                name: string;
                                stage: string;
                                sector: string | null;
                                total: string;
                                innovation: string;
                                growth: string;
                                auxiliary: string;
                                rank: number;
                                ranked: number;
                                sector_rank: number | null;
                                sector_ranked: number | null;
                                list: string | null;
                                synthetic: boolean;
                            };
                            round: {
                                id: string;
                                month: string;
                                state: string;
                                as_of: string;
                                data_at: string | null;
                                scored: number | null;
                                computed_by: string | null;
                                notice_from: string | null;
                                notice_to: string | null;
                                published_by: string | null;
                                published_on: string | null;
                                remark: string | null;
                                synthetic: boolean;
                            };
                            scheme: {
                                id: string;
                                name: string;
                                standing: string;
                                basis: string;
                                keeper: string;
                            };
                            parts: {
                                indicator: string;
                                number: number;
                                name: string;
                                group: string;
                                unit: string;
                                counts: string;
                                normaliser: string;
                                direction: string;
                                expression: string;
                                value: string | null;
                                weight: string;
                                normalised: string | null;
                                against: string[];
                                points: string;
                                reason: string;
                            }[];
                            next: {
                                list: string;
                                cut: string;
                                short: string;
                            } | null;
                            months: {
                                id: string;
                                month: string;
                                total: string;
                                rank: number;
                                ranked: number;
                                stage: string;
                                list: string | null;
                                standing: string;
                                remark: string | null;
                            }[];
                            objections: {
                                id: string;
                                indicator: string | null;
                                about: string;
                                reason: string;
                                filed_on: string;
                                total: string;
                                state: string;
                                answer: string | null;
                                decided_on: string | null;
                            }[];
                            mayObject: boolean;
                            mayAnswer: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/scores/{id}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项原始值来自哪些记录 · Which rows a raw value comes from */
        get: {
            parameters: {
                query: {
                    indicator: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Which rows a raw value comes from */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expression: string;
                            asOf: string;
                            remark: string | null;
                            sources: {
                                trait: string;
                                unit: string;
                                record: string;
                                recordName: {
                                    zh: string;
                                    en: string;
                                };
                                row: string | null;
                                value: string | null;
                                source: string | null;
                                year: string | null;
                                recordedAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已公布的积分榜单 · Published lists */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Published lists */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rounds: {
                                id: string;
                                month: string;
                                name: string;
                                published_on: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个月的榜单：名称、位次、榜单 · One month’s lists: names, ranks, lists */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One month’s lists: names, ranks, lists */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            round: {
                                id: string;
                                month: string;
                                name: string;
                                published_on: string;
                            };
                            rows: {
                                stage: string;
                                list: string;
                                rank: number;
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/lists/{id}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出一个月的榜单 · One month’s lists as a file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One month’s lists as a file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/rounds/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认数据：只用此刻已登记的 · Confirm the data: only what is known by now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Confirm the data: only what is known by now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/rounds/{id}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 全部企业算分 · Score everybody */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Score everybody */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/rounds/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回收集数据 · Back to collecting data */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Back to collecting data */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/rounds/{id}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示，至少 5 天 · Put on notice, five days at least */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Put on notice, five days at least */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/rounds/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公布；须由算分人以外的人 · Publish; by another than who scored it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Publish; by another than who scored it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/scores/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对一项原始值或得分提出异议 · Object to a raw value or to points */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        indicator?: string;
                        /** @enum {string} */
                        about: "value" | "points";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Object to a raw value or to points */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/objections/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复异议 · Answer an objection */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "upheld" | "rejected";
                        answer: string;
                    };
                };
            };
            responses: {
                /** @description Answer an objection */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本企业出具的积分单 · Score sheets that one’s enterprise issued */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Score sheets that one’s enterprise issued */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sheets: {
                                id: string;
                                recipient: string;
                                issued_on: string;
                                revoked_on: string | null;
                                month: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 同意并出具一份签名积分单 · Consent to, and issue, a signed score sheet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        enterprise: string;
                        month?: string;
                        recipient: string;
                    };
                };
            };
            responses: {
                /** @description Consent to, and issue, a signed score sheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/sheets/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载本企业的积分单 · One’s own score sheet */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One’s own score sheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/sheets/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销本企业的积分单 · Revoke one’s own score sheet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Revoke one’s own score sheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/check/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验积分单：有效、已撤销、已重算或文件被改动 · Check a sheet: valid, revoked, superseded or changed */
        get: {
            parameters: {
                query?: {
                    digest?: string;
                };
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Check a sheet: valid, revoked, superseded or changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "valid" | "revoked" | "superseded" | "changed";
                            content: {
                                code: string;
                                zone: string;
                                name: string;
                                creditCode: string;
                                recipient: string;
                                issuedOn: string;
                                month: string;
                                scheme: string;
                                basis: string;
                                sample: boolean;
                                stage: string;
                                total: string;
                                groups: {
                                    innovation: string;
                                    growth: string;
                                    auxiliary: string;
                                };
                                rank: number;
                                ranked: number;
                                list: string | null;
                                parts: {
                                    name: string;
                                    value: string | null;
                                    unit: string;
                                    weight: string;
                                    points: string;
                                }[];
                            };
                            revokedOn: string | null;
                            digest: string;
                            key: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验积分单签名的公钥 · Public keys that sheets are signed with */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Public keys that sheets are signed with */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keys: {
                                id: string;
                                publicKey: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 政策颗粒清单，各有多少企业符合、需要多少资金 · Granules with how many they reach and what they cost */
        get: {
            parameters: {
                query?: {
                    search?: string;
                    office?: string;
                    state?: string;
                    document?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Granules with how many they reach and what they cost */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            granules: {
                                id: string;
                                code: string;
                                version: number;
                                title: string;
                                office: string;
                                /** @enum {string} */
                                state: "draft" | "submitted" | "published" | "ended";
                                /** @enum {string} */
                                standing: "official" | "toCheck" | "sample";
                                /** @enum {string} */
                                mode: "automatic" | "declared" | "quick" | "reviewed";
                                benefit: string;
                                from: string;
                                to: string | null;
                                document: {
                                    id: string;
                                    title: string;
                                };
                                clause: {
                                    id: string;
                                    number: string;
                                };
                                coverage: {
                                    match: number;
                                    near: number;
                                    /** @description Of all that match, before what was paid */
                                    amountYuan: string;
                                    /** @description Lack data; of the last full run */
                                    unknown: number;
                                    /** @description May claim with evidence; of the last full run */
                                    open: number;
                                };
                            }[];
                            documents: {
                                id: string;
                                title: string;
                                issuer: string;
                                office: string;
                                /** @enum {string} */
                                standing: "official" | "toCheck" | "sample";
                                clauses: number;
                            }[];
                            offices: string[];
                            runs: {
                                /** @enum {string} */
                                kind: "full" | "changed";
                                /** @enum {string} */
                                state: "running" | "done" | "failed";
                                asOf: string;
                                startedAt: string;
                                finishedAt: string | null;
                                done: number;
                                granules: number;
                                enterprises: number;
                                changed: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个政策颗粒的一个版本 · One version of a granule */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One version of a granule */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            code: string;
                            version: number;
                            title: string;
                            office: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published" | "ended";
                            /** @enum {string} */
                            standing: "official" | "toCheck" | "sample";
                            /** @enum {string} */
                            mode: "automatic" | "declared" | "quick" | "reviewed";
                            benefit: string;
                            from: string;
                            to: string | null;
                            document: {
                                id: string;
                                title: string;
                            };
                            clause: {
                                id: string;
                                number: string;
                            };
                            coverage: {
                                match: number;
                                near: number;
                                /** @description Of all that match, before what was paid */
                                amountYuan: string;
                                /** @description Lack data; of the last full run */
                                unknown: number;
                                /** @description May claim with evidence; of the last full run */
                                open: number;
                            };
                            seen: number;
                            words: {
                                title: string;
                                /** @enum {string} */
                                standing: "official" | "toCheck" | "sample";
                                /** Format: date */
                                from: string;
                                to: string | null;
                                /** @enum {string} */
                                event: "yearly" | "recognition" | "promotion" | "investment" | "listing" | "threshold" | "lease" | "other";
                                given: {
                                    name: string;
                                    /** @enum {string} */
                                    kind: "number" | "string" | "boolean" | "date";
                                    unit?: string;
                                    says?: string;
                                }[];
                                benefit: string;
                                amount: string;
                                /** @enum {string} */
                                unit: "yuan" | "wan";
                                cap_item: string | null;
                                cap_year: string | null;
                                /** @enum {string} */
                                rounding: "fen" | "yuan" | "hundred" | "wan";
                                stack: string | null;
                                /** @enum {string} */
                                stacking: "stackable" | "highest" | "difference" | "exclusive";
                                pot: string | null;
                                window_from: string | null;
                                window_to: string | null;
                                window_months: number | null;
                                evidence: {
                                    name: string;
                                    fromData: boolean;
                                }[];
                                /** @enum {string} */
                                mode: "automatic" | "declared" | "quick" | "reviewed";
                                basis: string;
                                clawback: string | null;
                            };
                            criteria: {
                                says: string;
                                operand: string;
                                test: string;
                                unit: string | null;
                            }[];
                            text: string;
                            source: string;
                            pot: {
                                id: string;
                                name: string;
                                year: string;
                                amount: string;
                                committed: string;
                            } | null;
                            pots: {
                                id: string;
                                name: string;
                            }[];
                            check: {
                                sound: boolean;
                                problems: {
                                    /** @enum {string} */
                                    part: "operand" | "test" | "amount" | "given" | "criteria";
                                    criterion?: number;
                                    code: string;
                                    says: {
                                        zh: string;
                                        en: string;
                                    };
                                    remedy: {
                                        zh: string;
                                        en: string;
                                    };
                                    start?: number;
                                    end?: number;
                                }[];
                                oneByOne: {
                                    zh: string;
                                    en: string;
                                } | null;
                                asks: string[];
                            };
                            moves: ("save" | "discard" | "submit" | "recall" | "return" | "publish" | "end")[];
                            mayDraft: boolean;
                            versions: {
                                id: string;
                                version: number;
                                state: string;
                                from: string;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                why: string | null;
                                state: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** 废弃草稿 · Discard a draft */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Discard a draft */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** 保存草稿 · Save a draft */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        words: {
                            title?: string;
                            /** @enum {string} */
                            standing?: "official" | "toCheck" | "sample";
                            /** Format: date */
                            from?: string;
                            to?: string | null;
                            /** @enum {string} */
                            event?: "yearly" | "recognition" | "promotion" | "investment" | "listing" | "threshold" | "lease" | "other";
                            given?: {
                                name: string;
                                /** @enum {string} */
                                kind: "number" | "string" | "boolean" | "date";
                                unit?: string;
                                says?: string;
                            }[];
                            benefit?: string;
                            amount?: string;
                            /** @enum {string} */
                            unit?: "yuan" | "wan";
                            cap_item?: string | null;
                            cap_year?: string | null;
                            /** @enum {string} */
                            rounding?: "fen" | "yuan" | "hundred" | "wan";
                            stack?: string | null;
                            /** @enum {string} */
                            stacking?: "stackable" | "highest" | "difference" | "exclusive";
                            pot?: string | null;
                            window_from?: string | null;
                            window_to?: string | null;
                            window_months?: number | null;
                            evidence?: {
                                name: string;
                                fromData: boolean;
                            }[];
                            /** @enum {string} */
                            mode?: "automatic" | "declared" | "quick" | "reviewed";
                            basis?: string;
                            clawback?: string | null;
                        };
                        criteria?: {
                            says: string;
                            operand: string;
                            test: string;
                            unit: string | null;
                        }[];
                        /** @description What the draft was when it was opened */
                        seen: number;
                    };
                };
            };
            responses: {
                /** @description Save a draft */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/policy/traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公式和条件可用的数据项 · What formulas and criteria may ask for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What formulas and criteria may ask for */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            kind: string;
                            unit?: string;
                            choices?: string[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查条件和金额公式 · Check criteria and formula as they are typed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        criteria: {
                            says: string;
                            operand: string;
                            test: string;
                            unit: string | null;
                        }[];
                        given: {
                            name: string;
                            /** @enum {string} */
                            kind: "number" | "string" | "boolean" | "date";
                            unit?: string;
                            says?: string;
                        }[];
                        amount: string;
                        /** @enum {string} */
                        unit: "yuan" | "wan";
                        cap_item: string | null;
                        /** @enum {string} */
                        rounding: "fen" | "yuan" | "hundred" | "wan";
                    };
                };
            };
            responses: {
                /** @description Check criteria and formula as they are typed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sound: boolean;
                            problems: {
                                /** @enum {string} */
                                part: "operand" | "test" | "amount" | "given" | "criteria";
                                criterion?: number;
                                code: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                                remedy: {
                                    zh: string;
                                    en: string;
                                };
                                start?: number;
                                end?: number;
                            }[];
                            oneByOne: {
                                zh: string;
                                en: string;
                            } | null;
                            asks: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 符合或只差一项的企业 · Enterprises that match, or miss by one criterion */
        get: {
            parameters: {
                query: {
                    verdict: "match" | "near";
                    offset?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Enterprises that match, or miss by one criterion */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            total: number;
                            rows: {
                                enterprise: string;
                                code: string;
                                name: string;
                                amount: string | null;
                                says: string | null;
                                gap: string | null;
                                unit: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}/enterprises.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 符合或只差一项的企业，CSV · The same as a file */
        get: {
            parameters: {
                query: {
                    verdict: "match" | "near";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The same as a file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv; charset=utf-8": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对全部企业重新匹配 · Match everybody anew */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Match everybody anew */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 为一个条款新建政策颗粒 · A new granule of a clause */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        clause: string;
                        title: string;
                    };
                };
            };
            responses: {
                /** @description A new granule of a clause */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 起草下一个版本 · A draft of the next version */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A draft of the next version */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交发布 · Submit for publication */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Submit for publication */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布 · Publish */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Publish */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回 · Recall */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Recall */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回 · Return */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Return */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用 · End */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        why: string;
                    };
                };
            };
            responses: {
                /** @description End */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本单位读入的政策文件 · Policy papers that one’s office read in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Policy papers that one’s office read in */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            fileName: string;
                            title: string | null;
                            /** @enum {string} */
                            state: "read" | "confirmed" | "discarded";
                            broughtBy: string;
                            broughtOn: string;
                            clauses: number;
                            open: number;
                            taken: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** 上传政策文件 · Send a policy paper: its bytes are the body */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Send a policy paper: its bytes are the body */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/readings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份政策文件读出了什么 · What was found in a paper */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What was found in a paper */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            fileName: string;
                            title: string | null;
                            /** @enum {string} */
                            state: "read" | "confirmed" | "discarded";
                            broughtBy: string;
                            broughtOn: string;
                            head: {
                                title: string | null;
                                number: string | null;
                                issuer: string | null;
                                issued_on: string | null;
                                from: string | null;
                                to: string | null;
                            };
                            force: string | null;
                            endedBy: string | null;
                            pots: {
                                id: string;
                                name: string;
                            }[];
                            findings: {
                                id: string;
                                number: string;
                                text: string;
                                /** @enum {string} */
                                state: "open" | "taken" | "dropped";
                                proposal: {
                                    title: string;
                                    given: {
                                        name: string;
                                        /** @enum {string} */
                                        kind: "number" | "string" | "boolean" | "date";
                                        unit?: string;
                                        says?: string;
                                    }[];
                                    amount: string;
                                    /** @enum {string} */
                                    unit: "yuan" | "wan";
                                    cap_item: string | null;
                                    cap_year: string | null;
                                    stack: string | null;
                                    /** @enum {string} */
                                    stacking: "stackable" | "highest" | "difference" | "exclusive";
                                    pot: string | null;
                                    window_from: string | null;
                                    window_to: string | null;
                                    window_months: number | null;
                                    benefit: string;
                                    criteria: {
                                        says: string;
                                        operand: string;
                                        test: string;
                                        unit: string | null;
                                        cites: string;
                                    }[];
                                    event: ("yearly" | "recognition" | "promotion" | "investment" | "listing" | "threshold" | "lease" | "other") | null;
                                    mode: ("automatic" | "declared" | "quick" | "reviewed") | null;
                                    cites: {
                                        [key: string]: string;
                                    };
                                    left: string[];
                                };
                                /** @description test 2: of the second criterion */
                                missing: string[];
                                granule: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/readings/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 政策文件原件 · The file as it was sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file as it was sent */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "image/png": string;
                        "image/jpeg": string;
                        "image/gif": string;
                        "image/webp": string;
                        "image/tiff": string;
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
                        "application/msword": string;
                        "application/vnd.ms-excel": string;
                        "application/vnd.ms-powerpoint": string;
                        "application/ofd": string;
                        "video/mp4": string;
                        "text/plain; charset=utf-8": string;
                        "text/plain; charset=gb18030": string;
                        "application/octet-stream": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/readings/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改正标题、文号、日期 · Correct title, number and dates */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        head: {
                            title?: string | null;
                            number?: string | null;
                            issuer?: string | null;
                            issued_on?: string | null;
                            from?: string | null;
                            to?: string | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Correct title, number and dates */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/readings/{id}/findings/{finding}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改正、取用或不取一项建议 · Correct, take or drop what was proposed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    finding: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state?: "open" | "taken" | "dropped";
                        proposal?: {
                            title?: string;
                            given?: {
                                name: string;
                                /** @enum {string} */
                                kind: "number" | "string" | "boolean" | "date";
                                unit?: string;
                                says?: string;
                            }[];
                            amount?: string;
                            /** @enum {string} */
                            unit?: "yuan" | "wan";
                            cap_item?: string | null;
                            cap_year?: string | null;
                            stack?: string | null;
                            /** @enum {string} */
                            stacking?: "stackable" | "highest" | "difference" | "exclusive";
                            pot?: string | null;
                            window_from?: string | null;
                            window_to?: string | null;
                            window_months?: number | null;
                            benefit?: string;
                            criteria?: {
                                says: string;
                                operand: string;
                                test: string;
                                unit: string | null;
                                cites: string;
                            }[];
                            event?: ("yearly" | "recognition" | "promotion" | "investment" | "listing" | "threshold" | "lease" | "other") | null;
                            mode?: ("automatic" | "declared" | "quick" | "reviewed") | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Correct, take or drop what was proposed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/readings/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认：成为政策文件、条款和颗粒草稿 · Confirm: a paper, its clauses and drafts of granules */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Confirm: a paper, its clauses and drafts of granules */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            document: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/readings/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放弃读入的政策文件 · Discard a paper */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Discard a paper */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/enterprises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一家企业可享的政策、差什么、缺哪些数据 · What one enterprise may have, lacks, or is not known of */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What one enterprise may have, lacks, or is not known of */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            /** @description Of what matches with a sum and is not claimed yet, groups counted once */
                            totalYuan: string;
                            granules: {
                                id: string;
                                code: string;
                                title: string;
                                benefit: string;
                                office: string;
                                /** @enum {string} */
                                mode: "automatic" | "declared" | "quick" | "reviewed";
                                /** @enum {string} */
                                standing: "official" | "toCheck" | "sample";
                                /**
                                 * @description claim: with evidence that a claim brings
                                 * @enum {string}
                                 */
                                verdict: "match" | "near" | "unknown" | "claim";
                                /** @description Of a near miss, what it would be */
                                amountYuan: string | null;
                                stack: string | null;
                                /** @enum {string} */
                                stacking: "stackable" | "highest" | "difference" | "exclusive";
                                /** @description Title of the granule of the same group that counts instead */
                                behind: string | null;
                                /** @description Where the claim of it stands, for this year or this once */
                                claimed: ("proposed" | "draft" | "submitted" | "asked" | "reviewed" | "approved" | "notice" | "cleared" | "ordered" | "bounced" | "paid" | "recovering" | "recovered" | "withdrawn" | "rejected" | "lapsed") | null;
                                given: string[];
                                criteria: {
                                    number: number;
                                    says: string;
                                    value: unknown;
                                    test: string;
                                    unit: string | null;
                                    holds: boolean | null;
                                    /** @description 精确小数 exact decimal */
                                    gap?: string;
                                    open: boolean;
                                    missing: string[];
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 兑现总览：来了什么、什么逾期、资金去向、多少天到账 · Claims: what came in, what is late, where the money is */
        get: {
            parameters: {
                query?: {
                    office?: string;
                    state?: "proposed" | "draft" | "submitted" | "asked" | "reviewed" | "approved" | "notice" | "cleared" | "ordered" | "bounced" | "paid" | "recovering" | "recovered" | "withdrawn" | "rejected" | "lapsed";
                    offset?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Claims: what came in, what is late, where the money is */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            states: {
                                /** @enum {string} */
                                state: "proposed" | "draft" | "submitted" | "asked" | "reviewed" | "approved" | "notice" | "cleared" | "ordered" | "bounced" | "paid" | "recovering" | "recovered" | "withdrawn" | "rejected" | "lapsed";
                                claims: number;
                                late: number;
                                /** @description 精确小数 exact decimal */
                                amount: string;
                            }[];
                            total: number;
                            lines: {
                                id: string;
                                number: string;
                                enterprise: string;
                                enterpriseName: string;
                                granule: string;
                                title: string;
                                office: string;
                                /** @enum {string} */
                                state: "proposed" | "draft" | "submitted" | "asked" | "reviewed" | "approved" | "notice" | "cleared" | "ordered" | "bounced" | "paid" | "recovering" | "recovered" | "withdrawn" | "rejected" | "lapsed";
                                /** @enum {string} */
                                origin: "applied" | "proposed";
                                year: string;
                                subject: string | null;
                                amount: string | null;
                                dueOn: string | null;
                                /** @description The next step is overdue */
                                late: boolean;
                                submittedOn: string | null;
                                paidOn: string | null;
                                /** @description Calendar days from submission to the money */
                                days: number | null;
                                asked: string | null;
                            }[];
                            pots: {
                                id: string;
                                name: string;
                                year: string;
                                office: string;
                                line: string;
                                /** @description 精确小数 exact decimal */
                                budget: string;
                                /** @description 精确小数 exact decimal */
                                reserved: string;
                                /** @description 精确小数 exact decimal */
                                paid: string;
                                /** @description 精确小数 exact decimal */
                                left: string;
                                claims: number;
                            }[];
                            speed: {
                                month: string;
                                claims: number;
                                /** @description 精确小数 exact decimal */
                                paid: string;
                                /** @description Calendar days from submission to the money */
                                median: number;
                                p90: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 企业开始一项申报 · An enterprise begins a claim */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        granule: string;
                        year?: string;
                        subject?: string;
                        given?: {
                            [key: string]: string | number | boolean | null;
                        };
                    };
                };
            };
            responses: {
                /** @description An enterprise begins a claim */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "proposed" | "draft" | "submitted" | "asked" | "reviewed" | "approved" | "notice" | "cleared" | "ordered" | "bounced" | "paid" | "recovering" | "recovered" | "withdrawn" | "rejected" | "lapsed";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项申报：条件、金额、材料、可办理的步骤 · One claim: criteria, amount, evidence, what may be done */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One claim: criteria, amount, evidence, what may be done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            claim: {
                                id: string;
                                number: string;
                                enterprise: string;
                                enterpriseName: string;
                                granule: string;
                                title: string;
                                office: string;
                                /** @enum {string} */
                                state: "proposed" | "draft" | "submitted" | "asked" | "reviewed" | "approved" | "notice" | "cleared" | "ordered" | "bounced" | "paid" | "recovering" | "recovered" | "withdrawn" | "rejected" | "lapsed";
                                /** @enum {string} */
                                origin: "applied" | "proposed";
                                year: string;
                                subject: string | null;
                                amount: string | null;
                                dueOn: string | null;
                                /** @description The next step is overdue */
                                late: boolean;
                                submittedOn: string | null;
                                paidOn: string | null;
                                /** @description Calendar days from submission to the money */
                                days: number | null;
                                asked: string | null;
                            };
                            benefit: string;
                            basis: string;
                            mode: string;
                            given: {
                                name: string;
                                kind: string;
                                unit: string | null;
                                says: string | null;
                                value: unknown;
                            }[];
                            reason: string | null;
                            decidedReason: string | null;
                            pot: string | null;
                            /** @description submitted, approved: verdict, criteria, trace */
                            assessed: unknown;
                            /** @description Asked for; what data show is not */
                            materials: string[];
                            account: {
                                bank: string;
                                /** @description Masked */
                                account: string;
                                /** Format: date */
                                confirmedOn: string;
                            } | null;
                            notice: {
                                id: string;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            objections: {
                                id: string;
                                by: string;
                                reason: string;
                                /** Format: date */
                                filedOn: string;
                                state: string;
                                answer: string | null;
                            }[];
                            payments: {
                                id: string;
                                batch: string;
                                reference: string;
                                /** @description 精确小数 exact decimal */
                                amount: string;
                                state: string;
                                answeredOn: string | null;
                                bankReason: string | null;
                            }[];
                            clawback: {
                                reason: string;
                                basis: string;
                                /** @description 精确小数 exact decimal */
                                amount: string;
                                /** @description 精确小数 exact decimal */
                                recovered: string;
                                dueOn: string | null;
                            } | null;
                            steps: {
                                /** @enum {string} */
                                act: "submit" | "ask" | "review" | "approve" | "reject" | "withdraw" | "return" | "publicize" | "clear" | "order" | "cancel" | "pay" | "bounce" | "clawback" | "recover" | "lapse";
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                needs: ("reason" | "amount" | "basis")[];
                            }[];
                            /** @description Its case, where it has one and the actor may see it */
                            case: string | null;
                            /** @description The enterprise that claims looks */
                            own: boolean;
                            needsEventDay: boolean;
                            eventOn: string | null;
                            /** @description May answer its objections */
                            mayAnswer: boolean;
                            /** @description May enter what came back */
                            mayRecover: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/enterprises/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一家企业的申报与兑现 · Claims of one enterprise */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Claims of one enterprise */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The enterprise itself looks: it may claim */
                            own: boolean;
                            account: {
                                bank: string;
                                /** @description Masked */
                                account: string;
                                /** Format: date */
                                confirmedOn: string;
                            } | null;
                            /** @description 精确小数 exact decimal */
                            paid: string;
                            claims: {
                                id: string;
                                number: string;
                                enterprise: string;
                                enterpriseName: string;
                                granule: string;
                                title: string;
                                office: string;
                                /** @enum {string} */
                                state: "proposed" | "draft" | "submitted" | "asked" | "reviewed" | "approved" | "notice" | "cleared" | "ordered" | "bounced" | "paid" | "recovering" | "recovered" | "withdrawn" | "rejected" | "lapsed";
                                /** @enum {string} */
                                origin: "applied" | "proposed";
                                year: string;
                                subject: string | null;
                                amount: string | null;
                                dueOn: string | null;
                                /** @description The next step is overdue */
                                late: boolean;
                                submittedOn: string | null;
                                paidOn: string | null;
                                /** @description Calendar days from submission to the money */
                                days: number | null;
                                asked: string | null;
                            }[];
                            open: {
                                granule: string;
                                title: string;
                                benefit: string;
                                office: string;
                                verdict: string;
                                amount: string | null;
                                event: string;
                                needsSubject: boolean;
                                /** @description No system knows when it happened */
                                needsEventDay: boolean;
                                given: {
                                    name: string;
                                    kind: string;
                                    unit: string | null;
                                    says: string | null;
                                }[];
                                materials: string[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 企业确认收款账户 · An enterprise confirms the account to be paid to */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        bank: string;
                        account: string;
                    };
                };
            };
            responses: {
                /** @description An enterprise confirms the account to be paid to */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/claims/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理一步：提交、审核、补正、审定、撤回、退回、追回 · Take a step with a claim */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        act: "submit" | "ask" | "review" | "approve" | "reject" | "withdraw" | "return" | "clear" | "clawback" | "lapse";
                        reason?: string;
                        /** @description 元 yuan, at most two decimals */
                        decidedAmount?: string;
                        /** @description 元 yuan, at most two decimals */
                        amount?: string;
                        basis?: string;
                        facts?: {
                            [key: string]: string | number | boolean | null;
                        };
                        /**
                         * Format: date
                         * @description With a submission: when it happened
                         */
                        eventOn?: string;
                    };
                };
            };
            responses: {
                /** @description Take a step with a claim */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "proposed" | "draft" | "submitted" | "asked" | "reviewed" | "approved" | "notice" | "cleared" | "ordered" | "bounced" | "paid" | "recovering" | "recovered" | "withdrawn" | "rejected" | "lapsed";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/claims/{id}/recovered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记追回的资金 · Enter money that came back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description 元 yuan, at most two decimals */
                        amount: string;
                    };
                };
            };
            responses: {
                /** @description Enter money that came back */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description 精确小数 exact decimal */
                            recovered: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 免申即享推送预览：多少企业、多少钱、资金池余额 · What proposing would do: how many, how much, what the pot has left */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What proposing would do: how many, how much, what the pot has left */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            matching: number;
                            claimed: number;
                            late: number;
                            open: number;
                            /** @description 精确小数 exact decimal */
                            amount: string;
                            /** @description 精确小数 exact decimal */
                            left: string;
                            within: number;
                            /** @description 精确小数 exact decimal */
                            withinAmount: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/granules/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 免申即享：向匹配符合的企业推送，每次一批，以资金池为限 · Propose claims to those who match, some at a time, as far as the pot reaches */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Propose claims to those who match, some at a time, as far as the pot reaches */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            proposed: number;
                            /** @description Still to come: ask again */
                            more: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 正在公示的兑现名单 · Claims on notice now, for everybody */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Claims on notice now, for everybody */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            title: string;
                            office: string;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                            lines: {
                                claim: string;
                                enterprise: string;
                                title: string;
                                /** @description 精确小数 exact decimal */
                                amount: string;
                            }[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** 公示审定的申报 · Put approved claims on notice */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        claims: string[];
                    };
                };
            };
            responses: {
                /** @description Put approved claims on notice */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/notices/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示期满且无未答复异议的，转入待拨付 · End the notices whose days are over */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description End the notices whose days are over */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cleared: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/claims/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对公示的申报提出异议 · Object to a claim on notice */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        by?: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Object to a claim on notice */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/objections/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复公示异议；成立的退回重审 · Answer an objection; an upheld one sends the claim back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "upheld" | "rejected";
                        answer: string;
                    };
                };
            };
            responses: {
                /** @description Answer an objection; an upheld one sends the claim back */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 付款批次 · Payment batches */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Payment batches */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Claims that could be ordered now */
                            waiting: number;
                            /** @description 精确小数 exact decimal */
                            waitingYuan: string;
                            batches: {
                                id: string;
                                number: string;
                                /** @enum {string} */
                                state: "made" | "sent" | "closed" | "cancelled";
                                lines: number;
                                /** @description 精确小数 exact decimal */
                                total: string;
                                hash: string;
                                /** Format: date */
                                orderedOn: string;
                                sentOn: string | null;
                                closedOn: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** 把待拨付的申报编成付款批次 · Order the payment of all claims that wait for it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Order the payment of all claims that wait for it */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            number: string;
                            /** @enum {string} */
                            state: "made" | "sent" | "closed" | "cancelled";
                            lines: number;
                            /** @description 精确小数 exact decimal */
                            total: string;
                            hash: string;
                            /** Format: date */
                            orderedOn: string;
                            sentOn: string | null;
                            closedOn: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个批次的对账：逐行指令、回执和差额 · Reconciliation of a batch: orders, answers, differences */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Reconciliation of a batch: orders, answers, differences */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            batch: {
                                id: string;
                                number: string;
                                /** @enum {string} */
                                state: "made" | "sent" | "closed" | "cancelled";
                                lines: number;
                                /** @description 精确小数 exact decimal */
                                total: string;
                                hash: string;
                                /** Format: date */
                                orderedOn: string;
                                sentOn: string | null;
                                closedOn: string | null;
                            };
                            compared: {
                                equal: boolean;
                                totals: {
                                    /** @description 精确小数 exact decimal */
                                    ordered: string;
                                    /** @description 精确小数 exact decimal */
                                    paid: string;
                                    /** @description 精确小数 exact decimal */
                                    returned: string;
                                    /** @description 精确小数 exact decimal */
                                    open: string;
                                };
                                lines: {
                                    reference: string;
                                    /** @enum {string} */
                                    verdict: "paid" | "returned" | "missing" | "amount" | "conflict" | "unknown" | "settled";
                                    ordered: string | null;
                                    answered: string | null;
                                    /** @description 精确小数 exact decimal */
                                    difference: string;
                                }[];
                            };
                            payees: {
                                [key: string]: {
                                    holder: string;
                                    claim: string;
                                    bankReason: string | null;
                                };
                            };
                            answers: {
                                id: string;
                                file: string;
                                line: number;
                                reference: string;
                                settled: string | null;
                            }[];
                            /** @description The actor may act on it */
                            may: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/batches/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取付款文件：含完整账号，取用留痕 · Take the payment file, with account numbers in full; the taking is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Take the payment file, with account numbers in full; the taking is kept */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/batches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废未送银行的批次 · Cancel a batch that was not sent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Cancel a batch that was not sent */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "made" | "sent" | "closed" | "cancelled";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/answers/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 说明一行不属于本批次的回执 · Say what an answer is that is none of the batch’s */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Say what an answer is that is none of the batch’s */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/batches/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对平并结束批次；不平不能结束 · Close a batch that is reconciled, and no other */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Close a batch that is reconciled, and no other */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "made" | "sent" | "closed" | "cancelled";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange/{system}/{record}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传要导入的文件 · Bring a file to be imported */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path: {
                    system: string;
                    record: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Bring a file to be imported */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            record: string;
                            file: {
                                name: string;
                                size: number;
                                /** @description SM3 */
                                hash: string;
                            };
                            /**
                             * @description brought: to be matched; interrupted: the program ended, nothing was written; undone, partly: taken back
                             * @enum {string}
                             */
                            state: "brought" | "checking" | "checked" | "writing" | "done" | "undone" | "partly" | "refused" | "cancelled" | "failed" | "interrupted";
                            /** @description What was said of it when it was last checked */
                            said: {
                                /** @description Header → the record's column by id; null leaves it out */
                                chosen: {
                                    [key: string]: string | null;
                                };
                                /** @description What all rows of a sheet (of a drawing: a layer) have beside what it says, by the column; `{句柄}` is what a row has under that header; null leaves the sheet out */
                                filled?: {
                                    [key: string]: {
                                        [key: string]: string;
                                    } | null;
                                };
                                /** @description How far from the ends of drawn lines their nodes may lie, m */
                                within?: number;
                                /**
                                 * @description What the coordinates of the file count: degrees of a datum, or CGCS2000 metres by middle meridian (`gk120`)
                                 * @enum {string}
                                 */
                                coordinates?: "wgs84" | "gcj02" | "bd09" | "gk75" | "gk78" | "gk81" | "gk84" | "gk87" | "gk90" | "gk93" | "gk96" | "gk99" | "gk102" | "gk105" | "gk108" | "gk111" | "gk114" | "gk117" | "gk120" | "gk123" | "gk126" | "gk129" | "gk132" | "gk135";
                            } | null;
                            sheets: {
                                sheet: string;
                                header: number;
                                columns: {
                                    header: string;
                                    /** @description The record's column by id */
                                    column: string | null;
                                    /** @description How sure the match is */
                                    sureness: ("chosen" | "same" | "near") | null;
                                    /** @description A column that the person may not import */
                                    refused: boolean;
                                    /** @description A column that the store keeps by itself */
                                    kept: boolean;
                                    /** @description First values; of personal columns only that there are some */
                                    sample: string[];
                                }[];
                            }[];
                            progress: {
                                step: {
                                    zh: string;
                                    en: string;
                                };
                                done: number;
                                total: number;
                            } | null;
                            counts: {
                                total: number;
                                new: number;
                                changed: number;
                                unchanged: number;
                                badRows: number;
                                /** @description Good rows that refer to rows which this file brings */
                                linked?: number;
                                /** @description Good rows whose nodes were found at the ends of their lines */
                                joined?: number;
                            } | null;
                            badCells: number;
                            /** @description There are more bad cells than are listed */
                            more: boolean;
                            /** @description Sheets in which nothing was found to read */
                            skipped: string[];
                            problem: {
                                code: string;
                                says: {
                                    zh: string;
                                    en: string;
                                };
                                remedy: {
                                    zh: string;
                                    en: string;
                                };
                                status: number;
                                place?: string;
                                value?: string | number;
                            } | null;
                            written: {
                                /** @description What the rows bear as recorded_at */
                                at: string | null;
                                why: string;
                            } | null;
                            /** @description The file is still here: it can be worked on, and given back marked */
                            held: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/granules/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传佐证材料 · Attach a file of evidence: its bytes are the body */
        post: {
            parameters: {
                query: {
                    /** @description File name */
                    name: string;
                    note?: string;
                };
                header?: never;
                path: {
                    /** @description Id of the granule */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Attach a file of evidence: its bytes are the body */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            granule: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/city/public/reports/{number}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 给自己的上报添加照片 · The reporter attaches a photo */
        post: {
            parameters: {
                query: {
                    token: string;
                    name: string;
                    takenAt?: string;
                    longitude?: number;
                    latitude?: number;
                    /** @description Sent again by the same key, it is the same photo */
                    key?: string;
                };
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description The reporter attaches a photo */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/claims/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 企业上传申报材料 · An enterprise attaches evidence */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description An enterprise attaches evidence */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/batches/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 读入银行回执文件 · Read the bank’s answer */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Read the bank’s answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            equal: boolean;
                            totals: {
                                /** @description 精确小数 exact decimal */
                                ordered: string;
                                /** @description 精确小数 exact decimal */
                                paid: string;
                                /** @description 精确小数 exact decimal */
                                returned: string;
                                /** @description 精确小数 exact decimal */
                                open: string;
                            };
                            lines: {
                                reference: string;
                                /** @enum {string} */
                                verdict: "paid" | "returned" | "missing" | "amount" | "conflict" | "unknown" | "settled";
                                ordered: string | null;
                                answered: string | null;
                                /** @description 精确小数 exact decimal */
                                difference: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
