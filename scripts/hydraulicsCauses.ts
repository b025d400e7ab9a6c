const STREETS =
  'the engine mended it after 5.2.2: streets with a depressed gutter had it too shallow (EPA issue 114; with the right depth written into the model, the depths upstream of the inlet become those of 5.2.4)'

const EVAPORATION =
  'evaporation from open conduits: 5.2.4 takes it from both ends, 5.2.2 from one. It decides how the first water goes through dry channels; without any evaporation the same links move as far'

const ROUNDING =
  'rounding: roughness changed by 1e-12 moves the same peaks as far, and most of those of 5.2.4 lie between such runs'

/** Why peaks of a model differ from those of the native engine 5.2.4, as far as it was looked into. */
export const CAUSES: Readonly<Record<string, string>> = {
  Session13_user5_sub_patterns: EVAPORATION,
  Session4_40_Subs_327_Links:
    'not told apart: without evaporation most of the same peaks move as far (5.2.4 takes it from both ends of a conduit), and so they do when roughness changes by a millionth',
  Session74_449_H_Elements: ROUNDING,
  Session75_InfoSWMM_Chapter7_780_SI_Units_Elements: ROUNDING,
  user5: ROUNDING,
  street_grate_inlet_7: STREETS,
  sweeper_combo_inlet_10: STREETS,
  street_curb_inlet_9a: `${STREETS}; curb inlets on a grade also took too steep a slope (EPA issue 110)`,
  'street_curb_inlet_9a-CFS': `${STREETS}; curb inlets on a grade also took too steep a slope (EPA issue 110)`,
}

/** Why a model in pieces from saved states differs by more than the engine's own tolerance makes, as far as it was looked into. */
export const STATE_CAUSES: Readonly<Record<string, string>> = {
  'CoS-Reduced-Outlets':
    'variable time steps begin anew with each piece: a first step of 0.49 s in place of 0.5 s moves the same flow in the same minute by 13.3 % in one piece',
}
