export { newPhotoUse, usePhotoIntake, type PhotoIntake } from './admit.ts';
export { LeadSlot } from './LeadSlot.tsx';
export { PhotoCard } from './PhotoCard.tsx';
