/** The demonstration's hospital. Nothing in it is real: numbers 555-01xx and example.org are given out to nobody. */
export const demoHospital = {
  name: 'Willow Bay Hospital',
  phone: '555-0100',
  emergencyNumber: '911',
  timeZone: 'America/New_York',
};

/** The source that the generated bundles come from. */
export const demoSource = 'demo';

export const westClinicZone = 'America/Chicago';
