/** A street with a gated tank and a pump, in metres: one of everything that the tests change. */
export const SMALL = `[TITLE]
;;Project Title/Notes
高新区 示例街

[OPTIONS]
;;Option             Value
FLOW_UNITS           CMS
INFILTRATION         HORTON
FLOW_ROUTING         DYNWAVE
LINK_OFFSETS         DEPTH
START_DATE           7/28/2026
START_TIME           00:00:00
END_DATE             7/28/2026
END_TIME             06:00:00
REPORT_STEP          00:05:00
WET_STEP             00:01:00
DRY_STEP             00:05:00
ROUTING_STEP         5

[RAINGAGES]
R1               INTENSITY 0:05     1.0      TIMESERIES STORM

[SUBCATCHMENTS]
S1               R1               J1               1.2      60       80       0.5      0

[SUBAREAS]
S1               0.013      0.15       2          5          25         OUTLET

[INFILTRATION]
S1               76         3.8        4          7          0

[JUNCTIONS]
;;Name           Elevation  MaxDepth   InitDepth  SurDepth   Aponded
J1               4.0        2.5        0          0          0         ;路口
J2               3.6        2.4        0          0          0
J3               2.0        4          0          0          0

[OUTFALLS]
O1               3.0        FREE                        NO

[STORAGE]
T1               2.4        3          0          FUNCTIONAL 0         0         80       0        0

[CONDUITS]
;;Name           From Node        To Node          Length     Roughness  InOffset   OutOffset
C1               J1               J2               100        0.013      0          0.1        0          0
C2               J2               O1               60.5       0.013      0          0          0          0  ; to the river

[PUMPS]
P1               J3               J2               LIFT       ON       0.5      0.2

[ORIFICES]
G1               T1               J3               SIDE       0          0.65       NO       0

[WEIRS]
W1               J2               T1               TRANSVERSE 1.0        1.84       NO       0        0          YES

[XSECTIONS]
C1               CIRCULAR     0.8              0          0          0          1
C2               CIRCULAR     0.8              0          0          0          1
G1               RECT_CLOSED  0.5              0.5        0          0
W1               RECT_OPEN    1                2          0          0

[LOSSES]
C1               0.5        1          0.2        YES      0

[CONTROLS]
RULE EMPTY
IF NODE T1 DEPTH > 2
AND SIMULATION CLOCKTIME >= 6:00
THEN PUMP P1 STATUS = ON
ELSE PUMP P1 STATUS = OFF
PRIORITY 3

[CURVES]
LIFT             PUMP4      0          0.02
LIFT                        2          0.05

[TIMESERIES]
STORM            0:00       0
STORM            0:05       36
STORM            0:10       72         0:15       12
STORM            7/28/2026  0:20       0

[REPORT]
NODES ALL
LINKS C1 C2

[TAGS]
Link       C1               主管

[COORDINATES]
J1               0                100
J2               100              100
O1               160              100

[VERTICES]
C1               20               110
C1               80               110

[POLYGONS]
S1               0                100
S1               0                200
S1               50               200
`
