export { ApproveDialog } from './ApproveDialog.tsx';
export { PrintedPage } from './PrintedPage.tsx';
export { ReasonDialog } from './ReasonDialog.tsx';
export { SealBadge } from './SealBadge.tsx';
